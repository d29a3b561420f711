"""The rules: one named function each, put in their order of precedence by `precedence.py`."""
