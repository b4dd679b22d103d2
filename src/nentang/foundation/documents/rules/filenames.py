"""File names as they are kept and shown: no paths, no control or direction marks, not too long."""

import unicodedata

LONGEST = 120
FORBIDDEN = set('<>:"/\\|?*;')


def safe_filename(name: str) -> str:
    """The last part of a name in NFC without what could mislead; the ending stays."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    kept = "".join(letter for letter in last if _is_plain(letter))
    stem, dot, ending = kept.rpartition(".")
    stem = " ".join((stem if dot else ending).split()).strip(". ") or "tep"
    ending = ending.strip()[:10] if dot else ""
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}" if ending else stem[:LONGEST]


def _is_plain(letter: str) -> bool:
    return letter not in FORBIDDEN and unicodedata.category(letter)[0] != "C"
