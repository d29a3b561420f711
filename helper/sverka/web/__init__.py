"""The HTTP door of the helper. Nothing outside this room knows HTTP."""
