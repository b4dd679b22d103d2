"""A ministry with somebody who writes bundles and two who may publish them."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import actor_for_account, appoint_officer
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.catalogue.actions import save_sheet, seen, sheet_named, start_bundle
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.rules.sheet_values import boxes, rows_of_boxes
from nentang.government.catalogue.rules.sheets import Sheet
from nentang.kernel.frozen import Frozen
from tests.foundation.identity.factories import make_account

JUSTICE = "G15"
BIRTH = "1.001193"
EXTRACT = "2.000635"
FIRST_DAY = date(2021, 1, 1)


class Ministry(Frozen):
    """The body and the three people."""

    body: Organization
    writer: Actor
    approver: Actor


def make_ministry(*, at: datetime, code: str = JUSTICE) -> Ministry:
    """The ministry of that code with its officers."""
    body = create_organization(
        name=f"Bộ Mẫu {code}",
        kind=OrganizationKind.MINISTRY,
        level=OrganizationLevel.MINISTRY,
        code=code,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return Ministry(
        body,
        officer(body, "procedure_controller", at=at),
        officer(body, "procedure_approver", at=at),
    )


def officer(body: Organization, *roles: str, at: datetime) -> Actor:
    """Somebody with those roles in the body."""
    account = make_account(at=at, assurance=2)
    for role in roles:
        appoint_officer(
            account_id=account.pk,
            role=role,
            organization_id=body.pk,
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=at,
        )
    return actor_for_account(account.pk, at)


def begun(ministry: Ministry, procedure: str = BIRTH, *, at: datetime) -> BundleDraft:
    """A draft of that procedure."""
    return start_bundle(procedure=procedure, on=FIRST_DAY, actor=ministry.writer, at=at)


def as_posted(source: dict[str, Any], sheet: Sheet) -> dict[str, str]:
    """What a browser would send if nobody changed anything on the sheet."""
    posted = {}
    rows = rows_of_boxes(source, sheet)
    for number, row in enumerate(rows):
        posted[f"r.{number}._was"] = row.was
        posted[f"r.{number}._at"] = str(row.at)
    for box in [*boxes(source, sheet), *(box for row in rows for box in row.boxes)]:
        if box.entry.kind == "pair":
            posted |= {f"{box.name}.vi": box.text, f"{box.name}.en": box.english}
        elif box.entry.kind != "flag" or box.text:
            posted[box.name] = box.text
    return posted


def save(
    draft: BundleDraft, sheet: str, *, actor: Actor, at: datetime, **typed: Any
) -> BundleDraft:
    """The draft with these boxes of the sheet typed anew, by name with `__` for dots; None clears."""
    draft.refresh_from_db()
    found = sheet_named(draft, sheet)
    posted = as_posted(draft.source, found)
    for name, value in typed.items():
        key = name.replace("__", ".")
        posted.pop(key, None)
        if value is not None:
            posted[key] = value
    return save_sheet(
        draft_id=draft.public_id,
        sheet=sheet,
        posted=posted,
        last_seen=seen(draft, found),
        actor=actor,
        at=at,
    )
