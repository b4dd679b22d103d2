"""A kind of result as its file lays it out, and what it says of one dossier."""

from collections.abc import Callable, Mapping
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.money import format_dong

from .procedure import Bilingual, Procedure

Answers = Mapping[str, Any]
Content = dict[str, Any]


class Told(Frozen):
    """One answer and how it is written."""

    name: str
    kind: str
    words: Mapping[Any, str]
    unit: str = ""

    def text(self, answers: Answers) -> str:
        """The answer in words; nothing where there is none."""
        value = answers.get(self.name)
        if value in (None, "", []):
            return ""
        values = value if isinstance(value, list) else [value]
        return ", ".join(self._one(each) for each in values)

    def _one(self, value: Any) -> str:
        text = self.words[value] if value in self.words else _WRITERS.get(self.kind, str)(value)
        return f"{text} {self.unit}" if self.unit else text


class Row(Frozen):
    """One line: answers joined, those of every entry of `group`, or what it `says` itself."""

    label: str
    told: tuple[Told, ...]
    group: str = ""
    says: str = ""
    asks: str = ""
    among: tuple[Any, ...] = ()

    def text(self, answers: Answers) -> str:
        """What stands beside the label; nothing where the row is not to be shown."""
        if self.asks and answers.get(self.asks) not in self.among:
            return ""
        if self.group:
            return "; ".join(self._joined(entry) for entry in answers.get(self.group) or ())
        return self.says or self._joined(answers)

    def _joined(self, answers: Answers) -> str:
        return ", ".join(filter(None, (told.text(answers) for told in self.told)))


class ResultPaper(Frozen):
    """The layout of one kind of result. `signer` is the role above the name."""

    kind: str
    title: Bilingual
    form: str
    signer: str
    rows: tuple[Row, ...]
    closing: tuple[str, ...]

    def content(self, procedure: Procedure, *, code: str, answers: Answers, signer: str) -> Content:
        """What the paper on the dossier of that code says, as plain texts for its template."""
        rows = [(row.label, row.text(answers)) for row in self.rows]
        return {
            "heading": procedure.result.vi,
            "about": f"Theo hồ sơ {code}",
            "rows": [row for row in rows if row[1]],
            "signer_name": signer,
            **({"closing": list(self.closing)} if self.closing else {}),
            **({"signer_role": self.signer} if self.signer else {}),
        }


def _day(value: object) -> str:
    """`2020-12-07` as `07/12/2020`; a year alone stays a year."""
    return "/".join(reversed(str(value).split("-")))


def _number(value: object) -> str:
    return str(value).replace(".", ",")


def _money(value: Any) -> str:
    return format_dong(int(value))


_WRITERS: Mapping[str, Callable[[Any], str]] = {
    "date": _day,
    "partial_date": _day,
    "money": _money,
    "number": _number,
}
