"""The same extension in Firefox."""
