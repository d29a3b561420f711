"""Native messaging: the browser starts a small program, which starts the helper."""
