"""Compiles translations: .po is written by people, .mo is made where the program runs."""

import os
from pathlib import Path


def compile_translations(folder: Path) -> int:
    """Compile every `django.po` below the folder that is newer than its .mo; return how many."""
    stale = [po for po in folder.glob("**/locale/*/LC_MESSAGES/*.po") if _is_stale(po)]
    for po in stale:
        _compile(po)
    return len(stale)


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> None:
    """Written beside and moved into place: two processes may start at once."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - heavy
    from babel.messages.pofile import read_po  # noqa: PLC0415 - heavy

    language = po.parents[1].name
    with po.open("rb") as source:
        catalog = read_po(source, locale=language)
    written = po.with_suffix(f".{os.getpid()}.new")
    with written.open("wb") as target:
        write_mo(target, catalog)
    written.replace(po.with_suffix(".mo"))
