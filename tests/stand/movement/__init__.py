"""The movement documents of the report's accounts, and the advice once they have been read."""
