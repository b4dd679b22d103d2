"""Text from outside as it may be kept: composed, on one line, nothing that is not to be seen."""

from unicodedata import category, normalize

from nentang.measure.tasks.rules.blocks import LONGEST


def plain(text: str) -> str:
    """NFC, single spaces, no control or direction marks, no halves of letters, not too long."""
    kept = "".join(
        " " if each.isspace() else each for each in text[: LONGEST * 2] if _is_seen(each)
    )
    return normalize("NFC", " ".join(kept.split()))[:LONGEST]


def _is_seen(letter: str) -> bool:
    return letter.isspace() or category(letter)[0] != "C"
