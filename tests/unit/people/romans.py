"""Roman numerals for made-up documents."""

_FIGURES = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
)


def roman(number: int) -> str:
    """The one canonical way to write `number`, which is less than 400."""
    written = ""
    for value, figure in (*_FIGURES, (1, "I")):
        count, number = divmod(number, value)
        written += figure * count
    return written
