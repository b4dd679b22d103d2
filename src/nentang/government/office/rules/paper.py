"""What stands on an issued document, part by part (Decree 30/2020/NĐ-CP, article 8)."""

import re
from collections.abc import Sequence
from typing import Any

from nentang.kernel.frozen import Frozen

KEPT, AS_ABOVE = "Lưu", "Như trên"
ARTICLE = re.compile(r"(Điều \d+\.)\s*(.*)", re.DOTALL)
RESOLVES = re.compile(r"(QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|YÊU CẦU)\s*:?")


class Sheet(Frozen):
    """A document as it is printed: words only.

    `authority` is the line over the signer's position (TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH), often empty.
    `to` are those whom a letter addresses, `copies` the lines of «Nơi nhận».
    """

    kind: str
    is_letter: bool
    summary: str
    text: str
    urgency: str
    authority: str
    position: str
    signer: str
    to: Sequence[str]
    copies: Sequence[str]
    annexes: Sequence[str]


def official_paper(sheet: Sheet) -> dict[str, Any]:
    """The data of the template `office.official`."""
    return {
        "heading": "" if sheet.is_letter else sheet.kind,
        "about": sheet.summary,
        "under_number": f"V/v {sheet.summary}" if sheet.is_letter else "",
        "urgency": sheet.urgency.upper(),
        "paragraphs": paragraphs(sheet.text),
        "to": list(sheet.to) if sheet.is_letter else [],
        "authority": sheet.authority,
        "position": sheet.position,
        "signer": sheet.signer,
        "recipients": list(sheet.copies),
        "annexes": list(sheet.annexes),
    }


def paragraphs(text: str) -> list[dict[str, str]]:
    """The paragraphs of a text with how each is set: ground, resolves, article (its number apart), plain.

    Grounds stand before what a document resolves; a letter has none.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = next((n for n, line in enumerate(lines) if RESOLVES.fullmatch(line)), 0)
    return [_set(line, may_be_ground=n < first) for n, line in enumerate(lines)]


def addressed(names: Sequence[str], *, is_letter: bool, unit: str) -> tuple[list[str], list[str]]:
    """Whom a letter addresses, and the lines of «Nơi nhận», with the copy that is kept."""
    kept = [name for name in names if name.startswith(KEPT)] or [_kept_copy(unit)]
    others = [name for name in names if not name.startswith(KEPT)]
    if not is_letter:
        return [], [*others, *kept]
    to = [name for name in others if not name.startswith(AS_ABOVE)]
    return to, [AS_ABOVE, *kept]


def _kept_copy(unit: str) -> str:
    return f"{KEPT}: VT, {unit}" if unit else f"{KEPT}: VT"


def _set(line: str, *, may_be_ground: bool) -> dict[str, str]:
    if RESOLVES.fullmatch(line):
        return {"style": "resolves", "mark": "", "text": line.rstrip(":").rstrip() + ":"}
    if found := ARTICLE.fullmatch(line):
        return {"style": "article", "mark": found[1], "text": found[2]}
    style = "ground" if may_be_ground and line.endswith((";", ".")) else "plain"
    return {"style": style, "mark": "", "text": line}
