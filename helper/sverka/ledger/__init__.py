"""What was seen, decided and verified: the database and the life of every duplicate in it."""
