"""Lets the helper be started as `python -m sverka`."""

from sverka.cli import entry

if __name__ == "__main__":
    entry()
