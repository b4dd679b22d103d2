"""Which words of a paper may answer which question: offered to whoever fills in, never taken."""

from collections.abc import Iterable, Mapping

from nentang.kernel.text import fold

from .definition import Field

MOST_EACH = 3
ENDS = ":."


def suggestions(fields: Iterable[Field], lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each question whose words stand on the paper before a colon, what stands behind it, at most three."""
    told = [pair for pair in map(_pair, lines) if all(pair)]
    found = {field.name: _for(fold(field.label.vi), told) for field in fields}
    return {name: values for name, values in found.items() if values}


def _pair(line: str) -> tuple[str, str]:
    before, _, behind = line.partition(":")
    return fold(before).strip(ENDS + " 0123456789)"), behind.strip()


def _for(label: str, told: list[tuple[str, str]]) -> tuple[str, ...]:
    """Those whose words are those of the question, or part of them in one piece, two words at the least."""
    found = [
        value
        for words, value in told
        if words == label or (len(words.split()) > 1 and f" {words} " in f" {label} ")
    ]
    return tuple(dict.fromkeys(found))[:MOST_EACH]
