"""Where a request leaves what its answer was made of, until the answer is out."""

#: The name in the WSGI environment, which the server lets go when everything is sent.
LEFTOVERS = "sverka.leftovers"
