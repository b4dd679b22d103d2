"""Every string that a person reads stands in both languages."""

import ast
import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from .house import house_apps, name_of, tree

CALLS = {
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "plural",
}
MESSAGE = re.compile(r"""(?:gettext|ngettext|_)\(\s*u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


def catalog_of(folder: Path) -> Catalog:
    file = folder / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return read_po(BytesIO(file.read_bytes() if file.exists() else b""))


def translated(folder: Path) -> set[str]:
    return {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalog_of(folder)
        if message.id
        and all(message.string if isinstance(message.string, tuple) else [message.string])
        and not message.fuzzy
    }


def spoken(folder: Path) -> dict[str, str]:
    found = {}
    for path in folder.rglob("*.py"):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found[first.value] = name_of(path)
    for path in folder.rglob("*.html"):
        for quoted in MESSAGE.findall(templatize(path.read_text("utf-8"))):
            found[ast.literal_eval(quoted)] = name_of(path)
    return found


def test_every_string_is_translated_into_english() -> None:
    everywhere = set().union(*(translated(Path(app.path)) for app in house_apps()))
    missing = {
        text: place
        for app in house_apps()
        for text, place in spoken(Path(app.path)).items()
        if text.strip() and text not in everywhere
    }

    assert not missing, (
        f"{len(missing)} strings lack English in locale/en/LC_MESSAGES/django.po: {list(missing.items())[:25]}"
    )


def test_a_text_has_one_translation_in_the_whole_house() -> None:
    """All catalogues are one in the end: the first app's word would stand on everybody's page."""
    said: dict[str, dict[str, str]] = {}
    for app in house_apps():
        for message in catalog_of(Path(app.path)):
            text = message.id[0] if isinstance(message.id, tuple) else message.id
            if text:
                said.setdefault(text, {})[app.label] = str(message.string)
    several = {text: words for text, words in said.items() if len(set(words.values())) > 1}

    assert not several, f"agree on one translation, or say it in other words: {several}"
