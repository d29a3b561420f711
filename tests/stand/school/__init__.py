"""A small school of the stand: its people's cards and lists, and what is right to say of them."""
