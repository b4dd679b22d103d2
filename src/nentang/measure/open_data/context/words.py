"""Datasets in the reader's language."""

from collections.abc import Iterable, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import number_words
from nentang.kernel.frozen import Frozen
from nentang.measure.open_data.adapters.dcat import Described
from nentang.measure.open_data.models import Release
from nentang.measure.open_data.queries import Listed, published_releases
from nentang.measure.open_data.registry import Words
from nentang.measure.open_data.rules.published import HIDDEN, Column, Published, Row
from nentang.measure.open_data.rules.tables import TOTAL


class Line(Frozen):
    """One thing that was looked at, in words; `tone` is ok or wait."""

    text: str
    points: str
    tone: str


class Cell(Frozen):
    """One value of a shown row: under which heading, in words, and whether it is a number."""

    heading: str
    text: str
    is_number: bool
    is_hidden: bool


def said(words: Words) -> str:
    """Of both languages the reader's."""
    return words[1] if (get_language() or "vi").startswith("en") else words[0]


def titles(columns: Sequence[Column]) -> list[str]:
    """Headings of the columns that are shown: of a key with a label, the label alone."""
    return [_heading(each, columns) for each in _shown(columns)]


def shown_rows(table: Published, rows: Iterable[Row]) -> list[list[Cell]]:
    """Rows as a page shows them; a hidden count says so, a status is not repeated."""
    places = [(table.columns.index(each), each) for each in _shown(table.columns)]
    headings = [_heading(each, table.columns) for _, each in places]
    return [
        [
            _cell(each, said_as, row[i], row)
            for (i, each), said_as in zip(places, headings, strict=True)
        ]
        for row in rows
    ]


def in_words(row: Row, table: Published) -> list[str]:
    """One row in words, without its headings."""
    return [cell.text for cell in shown_rows(table, [row])[0]]


def quality_lines(release: Release) -> list[Line]:
    """What was looked at, with points, the worst first."""
    checks = sorted(release.checks, key=lambda each: each["points"] - each["most"])
    return [
        Line(
            _sentence(each["name"], each["figures"]),
            f"{each['points']}/{each['most']}",
            "ok" if each["points"] == each["most"] else "wait",
        )
        for each in checks
    ]


def described(found: Iterable[Listed]) -> list[Described]:
    """Datasets with their newest version, as the catalogue for programs needs them."""
    return [
        Described(each.dataset, each.declaration, tuple(published_releases(each.dataset)))
        for each in found
    ]


def _shown(columns: Sequence[Column]) -> list[Column]:
    labelled = {each.of for each in columns if each.of}
    return [each for each in columns if each.kind != "status" and each.name not in labelled]


def _heading(column: Column, columns: Sequence[Column]) -> str:
    """Of a label, what it names is heading enough."""
    meant = next((each for each in columns if each.name == column.of), column)
    return said((meant.title_vi, meant.title_en))


def _cell(column: Column, heading: str, value: object, row: Row) -> Cell:
    if column.kind == "count":
        is_hidden = row[-1] == HIDDEN
        text = _("ít, không công khai") if is_hidden else _number(value)
        return Cell(heading, text, True, is_hidden)
    return Cell(heading, _("Tất cả") if value == TOTAL else str(value), False, False)


def _number(value: object) -> str:
    spoken = "en" if (get_language() or "vi").startswith("en") else "vi"
    return number_words(int(str(value)), spoken, 0)


def _sentence(name: str, figures: dict[str, int]) -> str:
    match name:
        case "told" if figures["hidden"]:
            return _("%(hidden)s trong %(rows)s dòng bị che vì nhóm quá ít.") % figures
        case "told":
            return _("Mọi dòng đều công khai được.")
        case "timely" if figures["late"]:
            return _("Bản này muộn %(late)s ngày so với lịch.") % figures
        case "timely":
            return _("Bản này đúng lịch.")
        case "described" if figures["described"] < figures["columns"]:
            return (
                _("Chỉ %(described)s trong %(columns)s cột có mô tả bằng hai thứ tiếng.") % figures
            )
        case "described":
            return _("Mọi cột đều có mô tả bằng hai thứ tiếng.")
        case "fresh" if figures["age"] > 0:
            return _("Số liệu tính đến %(age)s ngày trước khi soạn.") % figures
        case "fresh":
            return _("Số liệu tính đến ngày soạn.")
        case _ if figures.get("doubles"):
            return _("%(doubles)s dòng trùng khóa với dòng khác.") % figures
        case _:
            return _("Không có dòng nào trùng nhau.")
