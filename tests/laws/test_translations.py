"""Every string that a person reads stands in both languages."""

import ast
import re
from pathlib import Path

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


def translated(folder: Path) -> set[str]:
    file = folder / "locale" / "en" / "LC_MESSAGES" / "django.po"
    if not file.exists():
        return set()
    with file.open("rb") as content:
        catalog = read_po(content)
    return {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalog
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
