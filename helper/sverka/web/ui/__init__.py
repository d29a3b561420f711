"""The helper's own pages, for the operator's browser."""
