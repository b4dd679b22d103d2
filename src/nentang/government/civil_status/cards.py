"""The seven registers of civil status, the desk in the menu, and who may open extracts."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import grant_access, register_pdf_template
from nentang.foundation.portal.public import MenuEntry, add_to_menu
from nentang.foundation.registers.public import (
    Aspect,
    LikenessRule,
    Offer,
    Record,
    Register,
    Statistic,
    declare_register,
    is_like_name,
)
from nentang.kernel.text import fold

from .enums import BookKind
from .models import BirthEntry, BirthFacts, CivilEntry, CivilFacts, MarriageStanding
from .models.entries import LAW
from .permissions import READERS, WRITERS, may_enter, may_open_extract
from .queries import births_by_month, facts_by_entry, facts_of, marriages_by_age, people_of
from .registry import BOOKS, Book

STATISTICS = {
    BookKind.BIRTHS: (Statistic("births_by_month", _("Khai sinh theo tháng"), births_by_month),),
    BookKind.MARRIAGES: (
        Statistic("marriages_by_age", _("Kết hôn theo tuổi của vợ"), marriages_by_age),
    ),
}
STANDING = Aspect(
    name="standing",
    model=MarriageStanding,
    title=_("Tình trạng hôn nhân"),
    fields={"state": _("Tình trạng"), "decision": _("Căn cứ")},
    in_words={"state": lambda row: str(row.get_state_display())},
)


def _birth_keys(entries: Sequence[BirthEntry]) -> dict[int, list[str]]:
    """Children of one name and birth may be one."""
    said = facts_by_entry(BOOKS[BookKind.BIRTHS.value], entries)
    return {
        pk: [f"{fold(facts.full_name)}|{facts.birth}"]
        for pk, facts in said.items()
        if isinstance(facts, BirthFacts)
    }


def _is_like_birth(one: BirthEntry, other: BirthEntry) -> bool:
    left, right = _birth(one), _birth(other)
    if left is None or right is None:
        return False
    return is_like_name(left.mother_name, right.mother_name)


def _birth(entry: BirthEntry) -> BirthFacts | None:
    return cast("BirthFacts | None", facts_of(entry))


LIKENESS = {
    BookKind.BIRTHS: (
        LikenessRule("child", _("Cùng tên, cùng ngày sinh"), _birth_keys, _is_like_birth),
    )
}


def _headings(book: Book) -> Callable[[Sequence[CivilEntry]], dict[int, str]]:
    """Names and number of entries, by which they are listed and found: one query for all."""

    def headings(entries: Sequence[CivilEntry]) -> dict[int, str]:
        said = facts_by_entry(book, entries)
        return {
            entry.pk: f"{' – '.join(names)}, {entry.shown_number}"
            for entry in entries
            if (names := _names(said.get(entry.pk)))
        }

    return headings


def _names(facts: CivilFacts | None) -> list[str]:
    return [name for each in facts.NAMES if (name := getattr(facts, each))] if facts else []


def _offers(book: Book) -> Callable[[Any, Actor, datetime], Sequence[Offer]]:
    """An extract first; then what may be written beside the entry."""

    def offers(entry: Record, actor: Actor, at: datetime) -> Sequence[Offer]:
        def to(page: str) -> str:
            return reverse(f"civil_status:{page}", args=[book.kind.value, entry.code])

        found = [Offer(_("Cấp trích lục"), to("extract"))]
        if book.kind is not BookKind.CHANGES:
            found.append(Offer(_("Thay đổi, cải chính"), to("change")))
        if book.kind in (BookKind.MARRIAGES, BookKind.GUARDIANSHIPS):
            found.append(Offer(_("Ghi chấm dứt"), to("end")))
        return found

    return offers


def _register(book: Book) -> Register:
    aspect = Aspect(
        name="facts",
        model=book.facts,
        title=_("Nội dung"),
        fields={each.name: each.title for each in book.fields},
        in_words={each.name: book.words_of(each.name) for each in book.fields},
    )
    return Register(
        name=book.kind.value,
        title=book.kind.label,
        record_title=_("Việc hộ tịch"),
        code_title=_("Mã trong sổ"),
        record=book.entry,
        aspects=(aspect, STANDING) if book.kind is BookKind.MARRIAGES else (aspect,),
        headings=_headings(book),
        people=people_of,
        legal_basis=LAW,
        readers=READERS,
        writers=WRITERS,
        likeness=LIKENESS.get(book.kind, ()),
        statistics=STATISTICS.get(book.kind, ()),
        offers=_offers(book),
    )


for _book in BOOKS.values():
    declare_register(_register(_book))
    grant_access(_book.kind.value, may_open_extract)
register_pdf_template("civil_status.extract", Path(__file__).parent / "typst" / "extract.typ")
add_to_menu(
    MenuEntry(
        _("Hộ tịch"),
        "civil_status:desk",
        lambda actor: actor.is_officer and may_enter(actor),
        order=31,
    )
)
