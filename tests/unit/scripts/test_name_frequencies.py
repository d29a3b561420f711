"""The shipped frequencies are those that the script counts."""

from importlib import resources

from scripts.name_frequencies import counted


def test_the_shipped_frequencies_are_made_by_the_script() -> None:
    shipped = resources.files("sverka.matching").joinpath("frequencies.json").read_bytes()
    # Not the bytes themselves: pytest would take minutes to show how megabytes differ.
    assert (counted() == shipped) is True
