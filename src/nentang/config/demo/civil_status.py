"""A paper book of Yên Hoà that is being typed; its later books came with the village."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import actor_for_account, appoint_officer
from nentang.government.civil_status import actions
from nentang.government.civil_status.models import PaperBook

from .cast import FOUNDED, Office

PAPER_YEAR, PAPER_LINES = 1979, 12
"""Before the books that were taken in begin, so that no number is taken."""


def begin_paper_book(commune: Office, *, at: datetime) -> PaperBook:
    """A book of 1979, typed by clerk and leader: one line done, one different, one waiting, one unreadable."""
    first, second = (_as_registrar(each, commune, at) for each in (commune.clerk, commune.leader))
    book = actions.open_paper_book(
        kind="births",
        year=PAPER_YEAR,
        volume=1,
        first=1,
        lines=PAPER_LINES,
        organization_id=commune.organization_id,
        actor=first,
        at=at,
    )
    for number, names in enumerate(
        (("Lê Thị Nháp", "Lê Thị Nháp"), ("Bùi Văn Nháp", "Bùi Văn Nhập"), ("Vũ Thị Thử",)), 1
    ):
        for actor, name in zip((first, second), names, strict=False):
            typed = {
                "registered_on": f"{number}/3/{PAPER_YEAR}",
                "full_name": name,
                "sex": "female" if "Thị" in name else "male",
                "birth": f"{number}/2/{PAPER_YEAR}",
            }
            actions.type_line(book=book, number=number, typed=typed, actor=actor, at=at)
    actions.mark_unreadable(
        book=book, number=4, note="Trang rách mất nửa dưới", actor=second, at=at
    )
    return book


def _as_registrar(officer: Actor, commune: Office, at: datetime) -> Actor:
    """The officer, who keeps the books of the commune as well."""
    account_id = officer.account_id or 0
    known = actor_for_account(account_id, at)
    if known.has_role("registrar", organization_id=commune.organization_id):
        return known
    appoint_officer(
        account_id=account_id,
        role="registrar",
        organization_id=commune.organization_id,
        valid_from=FOUNDED,
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account_id, at)
