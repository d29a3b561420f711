"""The steps that bring a database of any earlier version to today's tables."""

#: The newest step; a test holds it equal to what the folder says.
HEAD = "0005"
