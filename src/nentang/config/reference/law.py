"""The page of the law files: what the code decides by, from when, by which act, compared or not."""

from collections.abc import Iterator
from pathlib import Path

from nentang.config.commands.law import SOURCE, law_files, load

from .markdown import document, section, table


def page() -> str:
    """Every dated rule."""
    laws = [(path, load(path)) for path in law_files()]
    rules = [rule for _, law in laws for rule in law.rules]
    compared = sum(rule.verified for rule in rules)
    return document(
        "Law files",
        f"{len(rules)} dated rules in {len(laws)} files; compared with the cited act so far: {compared}; the "
        "others say where they come from "
        "([law as data](../explanation/law-as-data.md)). `nentang law show FILE` prints one.",
        *(section(app, table(HEADER, _rows(app))) for app in _apps()),
    )


HEADER = ("file", "on what", "from", "until", "act", "compared")


def _apps() -> list[str]:
    return list(dict.fromkeys("/".join(_place(path).parts[:2]) for path in law_files()))


def _rows(app: str) -> Iterator[tuple[object, ...]]:
    for path in law_files():
        if _place(path).is_relative_to(app):
            law = load(path)
            for rule in law.rules:
                until = rule.period.valid_to or ""
                mark = "yes" if rule.verified else "not yet"
                yield _name(path), law.title, rule.period.valid_from, until, rule.citation, mark


def _name(path: Path) -> str:
    place = _place(path)
    return f"[{place.relative_to('/'.join(place.parts[:3]))}](../../src/nentang/{place})"


def _place(path: Path) -> Path:
    return path.relative_to(SOURCE)
