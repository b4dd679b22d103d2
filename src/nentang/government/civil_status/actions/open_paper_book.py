"""Begin to take a paper book in."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.public import organization
from nentang.government.civil_status.errors import EntryUnreadable
from nentang.government.civil_status.models import PaperBook
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.registry import PAPER_KINDS
from nentang.government.civil_status.rules.days import FIRST_YEAR
from nentang.kernel.clock import legal_day

MOST_LINES = 1000


@transaction.atomic
def open_paper_book(
    *,
    kind: str,
    year: int,
    volume: int,
    first: int,
    lines: int,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> PaperBook:
    """The book, ready to be typed line by line; the same again is the same book.

    Raises NotYourRegister, EntryUnreadable.
    """
    check_keeps_books(actor, organization_id)
    _check(kind, year, volume, first, lines, at)
    book, is_new = PaperBook.objects.get_or_create(
        kind=kind,
        unit_code=organization(organization_id).unit_code,
        year=year,
        volume=volume,
        defaults={
            "organization_id": organization_id,
            "first": first,
            "lines": lines,
            "opened_at": at,
        },
    )
    if is_new:
        record(
            actor=actor,
            action="civil_status.open_paper_book",
            subject=f"paper_book:{book.pk}",
            organization_id=organization_id,
            at=at,
            details={"lines": lines},
        )
    return book


def _check(kind: str, year: int, volume: int, first: int, lines: int, at: datetime) -> None:
    if kind not in {each.value for each in PAPER_KINDS}:
        raise EntryUnreadable(
            column=_("Loại sổ"), rule=", ".join(str(k.label) for k in PAPER_KINDS)
        )
    is_book = FIRST_YEAR <= year <= legal_day(at).year and 0 < volume < 1000 and first > 0
    if not is_book or not 0 < lines <= MOST_LINES:
        raise EntryUnreadable(
            column=_("Quyển sổ"),
            rule=_("năm đã qua, từ 1 đến %(most)s việc") % {"most": MOST_LINES},
        )
