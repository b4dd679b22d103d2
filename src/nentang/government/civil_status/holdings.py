"""What civil status holds about people: books are kept for ever; what was typed of paper goes with its term."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import Holding, register_holding
from nentang.foundation.identity.public import Person

from .models import GivenNumber, MarriageStanding, PaperLine
from .registry import BOOKS, Book

FOR_EVER = "Sổ hộ tịch lưu vĩnh viễn"
SINCE, RECORDED = _("Đúng từ ngày"), _("Ghi lúc")


def _number_of(person_id: int) -> QuerySet[Person, Any]:
    """The person's number; nothing for who has none and so is named in no book."""
    known = Person.objects.filter(pk=person_id, personal_number__gt="")
    return known.values("personal_number")


def _names(book: Book, person_id: int, path: str = "") -> Q:
    found = Q()
    for name in book.facts.NUMBERS:
        found |= Q(**{f"{path}{name}__in": _number_of(person_id)})
    return found


def _facts(book: Book) -> None:
    """What the entries of a book say: to whoever is named there with a number."""
    register_holding(
        Holding(
            model=book.facts,
            title=book.kind.label,
            rows_of=lambda person_id: book.facts._default_manager.filter(
                _names(book, person_id)
            ).order_by("id"),
            shown={field.name: field.title for field in book.fields}
            | {"valid_from": SINCE, "recorded_at": RECORDED},
            kept_while=FOR_EVER,
        )
    )


def _entries(book: Book) -> None:
    register_holding(
        Holding(
            model=book.entry,
            title=_("Vị trí trong sổ"),
            rows_of=lambda person_id: book.entry._default_manager.filter(
                _names(book, person_id, "facts__")
            ).distinct(),
            shown={
                "code": _("Mã trong sổ"),
                "registered_on": _("Ngày đăng ký"),
                "keeper.name": _("Nơi giữ"),
            },
            left_out={"folded": "họ và tên viết không dấu, chỉ để tìm kiếm"},
            kept_while=FOR_EVER,
        )
    )


for _book in BOOKS.values():
    _facts(_book)
    _entries(_book)


register_holding(
    Holding(
        model=MarriageStanding,
        title=_("Tình trạng hôn nhân"),
        rows_of=lambda person_id: MarriageStanding.objects.filter(
            _names(BOOKS["marriages"], person_id, "record__facts__")
        ).distinct(),
        shown={"state": _("Tình trạng"), "decision": _("Căn cứ"), "valid_from": SINCE},
        in_words={"state": lambda row: row.get_state_display()},
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=GivenNumber,
        title=_("Số định danh đã cấp"),
        rows_of=lambda person_id: GivenNumber.objects.filter(number__in=_number_of(person_id)),
        shown={
            "number": _("Số định danh cá nhân"),
            "dossier_code": _("Mã hồ sơ"),
            "given_at": _("Cấp lúc"),
        },
        closed_at="given_at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=PaperLine,
        title=_("Dòng sổ giấy đang nhập"),
        rows_of=lambda person_id: PaperLine.objects.none(),
        shown={"typed_at": _("Nhập lúc")},
        left_out=dict.fromkeys(
            ("first", "second"), "hai lần nhập chưa đối chiếu; nội dung đúng nằm trong sổ điện tử"
        ),
        closed_at="settled_at",
        blanks={"first": {}, "second": {}},
        is_blank=Q(first={}, second={}),
    )
)
