"""Tables of old entries that are taken in."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import (
    Column,
    Intake,
    register_intake,
    register_named,
)

from .actions import take_in_rows
from .enums import BookKind
from .registry import BOOKS, DECISION, ENDED, PAPER_KINDS, BookField

PLACE = (
    Column(name="number", title=_("Số"), example="12"),
    Column(name="volume", title=_("Quyển"), example="1"),
    Column(name="registered_on", title=_("Ngày đăng ký"), example="07/12/2010"),
)


def _column(field: BookField) -> Column:
    return Column(
        name=field.name,
        title=field.title,
        example=field.example,
        read=field.way.read,
        is_required=field.is_required,
    )


def _columns(kind: BookKind) -> tuple[Column, ...]:
    """As the paper book has them; of a marriage also when it ended, and by which judgment."""
    beside = (ENDED, DECISION) if kind is BookKind.MARRIAGES else ()
    return (*PLACE, *map(_column, (*BOOKS[kind.value].fields, *beside)))


for _kind in PAPER_KINDS:
    register_intake(
        register_named(_kind.value),
        Intake(
            _columns(_kind),
            partial(take_in_rows, kind=_kind.value),
        ),
    )
