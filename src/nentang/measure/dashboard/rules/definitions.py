"""The numerator and the denominator that a definition speaks of."""

OVER = (
    ", chia cho ",
    " chia cho ",
    " trên tổng số ",
    ", trên tổng số ",
    ", trên ",
    ", over ",
    " over ",
    ", of all ",
    ", of ",
)


def parted(definition: str) -> tuple[str, str] | None:
    """What is above and what is below the line, as the definition says; None where it has no line."""
    for word in OVER:
        above, found, below = definition.partition(word)
        if found:
            return above.strip(" ."), below.partition(";")[0].strip(" .")
    return None
