"""The extension in a real browser against the stand and the real helper."""
