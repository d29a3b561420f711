"""The address by which the operator's browser is let in."""


def entrance(port: int, ticket: str) -> str:
    """The address that takes the ticket."""
    return f"http://127.0.0.1:{port}/ui/enter?ticket={ticket}"
