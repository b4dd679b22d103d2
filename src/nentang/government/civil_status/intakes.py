"""Tables of old entries that are taken in."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import (
    Column,
    Intake,
    register_intake,
    register_named,
)

from .actions import take_in_row
from .registry import BOOKS, PAPER_KINDS, BookField

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


for _kind in PAPER_KINDS:
    register_intake(
        register_named(_kind.value),
        Intake(
            (*PLACE, *(_column(field) for field in BOOKS[_kind.value].fields)),
            partial(take_in_row, kind=_kind.value),
        ),
    )
