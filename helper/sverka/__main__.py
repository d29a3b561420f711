"""Lets the helper be started as `python -m sverka`."""

from sverka.cli import main

if __name__ == "__main__":
    main()
