"""What is told of a person in a list, and what to do about it."""
