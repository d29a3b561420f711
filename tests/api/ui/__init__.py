"""The helper's own pages as the operator's browser asks for them."""
