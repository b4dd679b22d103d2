"""Finding a procedure by plain words."""

from collections.abc import Iterable

from nentang.kernel.text import fold

from .bundle import Bundle
from .procedure import Procedure

GOOD_ENOUGH = 62


def in_order(bundles: Iterable[Bundle]) -> list[Bundle]:
    """Procedures with a form of their own first, then by name."""
    return sorted(
        bundles, key=lambda each: (not each.procedure.is_whole, fold(each.procedure.name.vi))
    )


def best_for(words: str, bundles: Iterable[Bundle]) -> list[Bundle]:
    """Those that answer to words as people say them, best first; marks and slips forgiven."""
    needle = fold(words)
    if not needle:
        return in_order(bundles)
    scored = [(_score(needle, each.procedure), each) for each in in_order(bundles)]
    return [
        each for score, each in sorted(scored, key=lambda pair: -pair[0]) if score >= GOOD_ENOUGH
    ]


def _score(needle: str, procedure: Procedure) -> float:
    if needle == procedure.code:
        return 300
    phrases = [*procedure.keywords.split(","), procedure.name.vi, procedure.name.en]
    return max(_likeness(needle, fold(phrase)) for phrase in phrases)


def _likeness(needle: str, phrase: str) -> float:
    """0 to 200: a phrase that holds the words, or is held by them, comes before one that is like them."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - heavy

    likeness = ratio(needle, phrase)
    return 100 + likeness if phrase in needle or needle in phrase else likeness
