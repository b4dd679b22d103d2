"""What each book asks: one table that pages, imports, papers and the export read. And the kinds of papers."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import declare_document_kind
from nentang.government.civil_status.enums import BookKind, MaritalStatus, ParentKind, Sex
from nentang.government.civil_status.models import (
    BirthEntry,
    BirthFacts,
    ChangeEntry,
    ChangeFacts,
    CivilEntry,
    CivilFacts,
    DeathEntry,
    DeathFacts,
    GuardianshipEntry,
    GuardianshipFacts,
    MarriageEntry,
    MarriageFacts,
    RecognitionEntry,
    RecognitionFacts,
    StatusEntry,
    StatusFacts,
)
from nentang.kernel.frozen import Frozen

from .ways import CLOCK, DAY, NAME, NUMBER, PARTIAL, TEXT, Way, one_of

EXTRACT = "register_extract"
declare_document_kind(EXTRACT, _("Trích lục hộ tịch"))


CHOICES = {f"choice:{each.__name__}": each for each in (Sex, ParentKind, MaritalStatus)}


class BookField(Frozen):
    """One thing that a book asks: its column, what people call it, how it is written."""

    name: str
    title: object
    way: Way = TEXT
    is_required: bool = False
    example: str = ""


class Book(Frozen):
    """A kind of book: its entries, what they say, in the order in which the paper one has it."""

    kind: BookKind
    entry: type[CivilEntry]
    facts: type[CivilFacts]
    fields: Sequence[BookField]

    def words_of(self, name: str) -> Callable[[Any], str]:
        """How a value of that column is told."""
        way = next(each.way for each in self.fields if each.name == name)
        return lambda row: way.shown(getattr(row, name))


SEX = one_of(Sex)
_NUMBER = _("Số định danh cá nhân")
_BIRTH = _("Ngày, tháng, năm sinh")
_FULL_NAME = _("Họ, chữ đệm, tên")
REGISTERED = BookField("registered_on", _("Ngày đăng ký"), DAY, True)
ENDED = BookField("ended_on", _("Ngày chấm dứt hôn nhân"), DAY)
DECISION = BookField("decision", _("Bản án, quyết định ly hôn"))
DECLARANT = BookField("declarant_name", _("Người đi đăng ký"), NAME, example="Lê Thị Mẫu")


def _parent(side: str, titles: Sequence[object], example: str) -> tuple[BookField, ...]:
    name, birth, number, about, residence = titles
    return (
        BookField(f"{side}_name", name, NAME, example=example),
        BookField(f"{side}_birth", birth, PARTIAL, example="1987"),
        BookField(f"{side}_number", number, NUMBER),
        BookField(f"{side}_about", about, example="Kinh, Việt Nam"),
        BookField(f"{side}_residence", residence, example="Xã Mẫu"),
    )


_MOTHER = (
    _("Họ, chữ đệm, tên người mẹ"),
    _("Năm sinh của mẹ"),
    _("Số định danh của mẹ"),
    _("Dân tộc, quốc tịch của mẹ"),
    _("Nơi cư trú của mẹ"),
)
_FATHER = (
    _("Họ, chữ đệm, tên người cha"),
    _("Năm sinh của cha"),
    _("Số định danh của cha"),
    _("Dân tộc, quốc tịch của cha"),
    _("Nơi cư trú của cha"),
)


def _spouse(side: str, titles: Sequence[object], example: str) -> tuple[BookField, ...]:
    name, birth, *rest = _parent(side, titles, example)
    return (
        BookField(name.name, name.title, NAME, True, example),
        BookField(birth.name, birth.title, PARTIAL, True, "1994"),
        *rest,
    )


_WIFE = (
    _("Họ, chữ đệm, tên vợ"),
    _("Ngày sinh của vợ"),
    _("Số định danh của vợ"),
    _("Dân tộc, quốc tịch của vợ"),
    _("Nơi cư trú của vợ"),
)
_HUSBAND = (
    _("Họ, chữ đệm, tên chồng"),
    _("Ngày sinh của chồng"),
    _("Số định danh của chồng"),
    _("Dân tộc, quốc tịch của chồng"),
    _("Nơi cư trú của chồng"),
)
_SEX_FIELD = BookField("sex", _("Giới tính"), SEX, True, "nữ")

BOOKS: Mapping[str, Book] = {
    book.kind.value: book
    for book in (
        Book(
            BookKind.BIRTHS,
            BirthEntry,
            BirthFacts,
            (
                BookField("full_name", _FULL_NAME, NAME, True, "Lê An Nháp"),
                _SEX_FIELD,
                BookField("birth", _BIRTH, PARTIAL, True, "01/12/2020"),
                BookField("birth_place", _("Nơi sinh"), example="Trạm y tế xã Mẫu"),
                BookField("ethnicity", _("Dân tộc"), example="Kinh"),
                BookField("nationality", _("Quốc tịch"), example="Việt Nam"),
                BookField("hometown", _("Quê quán"), example="Xã Mẫu"),
                BookField("personal_number", _NUMBER, NUMBER),
                *_parent("mother", _MOTHER, "Lê Thị Mẫu"),
                *_parent("father", _FATHER, "Bùi Văn Thử"),
                DECLARANT,
            ),
        ),
        Book(
            BookKind.MARRIAGES,
            MarriageEntry,
            MarriageFacts,
            (
                *_spouse("wife", _WIFE, "Lê Thị Mẫu"),
                *_spouse("husband", _HUSBAND, "Bùi Văn Thử"),
            ),
        ),
        Book(
            BookKind.DEATHS,
            DeathEntry,
            DeathFacts,
            (
                BookField("full_name", _("Họ, chữ đệm, tên người chết"), NAME, True, "Lê Văn Nháp"),
                _SEX_FIELD,
                BookField("birth", _BIRTH, PARTIAL, example="1940"),
                BookField("personal_number", _NUMBER, NUMBER),
                BookField("about", _("Dân tộc, quốc tịch"), example="Kinh, Việt Nam"),
                BookField("residence", _("Nơi cư trú cuối cùng"), example="Xã Mẫu"),
                BookField("died", _("Ngày chết"), PARTIAL, True, "30/11/2020"),
                BookField("died_time", _("Giờ chết"), CLOCK),
                BookField("death_place", _("Nơi chết"), example="Tại nhà"),
                BookField("death_cause", _("Nguyên nhân chết")),
                BookField("proof", _("Giấy báo tử hoặc giấy tờ thay")),
                DECLARANT,
            ),
        ),
        Book(
            BookKind.RECOGNITIONS,
            RecognitionEntry,
            RecognitionFacts,
            (
                BookField("parent_kind", _("Nhận ai"), one_of(ParentKind), True, "father"),
                BookField("parent_name", _("Họ, chữ đệm, tên cha hoặc mẹ"), NAME, True),
                BookField("parent_birth", _("Ngày sinh của cha hoặc mẹ"), PARTIAL),
                BookField("parent_number", _("Số định danh của cha hoặc mẹ"), NUMBER),
                BookField("child_name", _("Họ, chữ đệm, tên con"), NAME, True),
                BookField("child_birth", _("Ngày sinh của con"), PARTIAL),
                BookField("child_number", _("Số định danh của con"), NUMBER),
            ),
        ),
        Book(
            BookKind.GUARDIANSHIPS,
            GuardianshipEntry,
            GuardianshipFacts,
            (
                BookField("ward_name", _("Người được giám hộ"), NAME, True),
                BookField("ward_birth", _("Ngày sinh của người được giám hộ"), PARTIAL),
                BookField("ward_number", _("Số định danh của người được giám hộ"), NUMBER),
                BookField("guardian_name", _("Người giám hộ"), NAME, True),
                BookField("guardian_birth", _("Ngày sinh của người giám hộ"), PARTIAL),
                BookField("guardian_number", _("Số định danh của người giám hộ"), NUMBER),
                BookField("reason", _("Lý do giám hộ")),
            ),
        ),
        Book(
            BookKind.CHANGES,
            ChangeEntry,
            ChangeFacts,
            (
                BookField("full_name", _FULL_NAME, NAME, True),
                BookField("personal_number", _NUMBER, NUMBER),
                BookField("entry_code", _("Mã việc hộ tịch được thay đổi"), is_required=True),
                BookField("what", _("Thay đổi điều gì"), is_required=True),
                BookField("decision", _("Căn cứ"), is_required=True),
            ),
        ),
        Book(
            BookKind.STATUSES,
            StatusEntry,
            StatusFacts,
            (
                BookField("full_name", _FULL_NAME, NAME, True),
                _SEX_FIELD,
                BookField("birth", _BIRTH, PARTIAL),
                BookField("personal_number", _NUMBER, NUMBER),
                BookField("residence", _("Nơi cư trú")),
                BookField("status", _("Tình trạng hôn nhân"), one_of(MaritalStatus), True),
                BookField("purpose", _("Dùng để")),
            ),
        ),
    )
}
PAPER_KINDS = (BookKind.BIRTHS, BookKind.MARRIAGES, BookKind.DEATHS)
"""Books of which the past is on paper, and typed or taken in."""
BY_HAND = tuple(kind for kind in BookKind if kind is not BookKind.CHANGES)
"""Books into which an officer writes by hand; changes are written at the entry that they change."""


@cache
def book_of_facts(facts: type[CivilFacts]) -> Book:
    """The book whose entries say that."""
    return next(book for book in BOOKS.values() if book.facts is facts)


@cache
def book_of_entry(entry: type[CivilEntry]) -> Book:
    """The book of those entries."""
    return next(book for book in BOOKS.values() if book.entry is entry)
