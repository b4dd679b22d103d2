"""Give an extract of an entry: what it says now, with what was changed."""

from datetime import datetime
from typing import cast

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.public import open_record
from nentang.government.civil_status.enums import BookKind
from nentang.government.civil_status.errors import EntryUnreadable
from nentang.government.civil_status.models import BookCounter, CivilEntry
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import (
    body_for,
    facts_of,
    notes_of,
    people_of,
    said_lines,
)
from nentang.government.civil_status.registry import EXTRACT
from nentang.government.civil_status.rules.numbers import shown_number
from nentang.kernel.clock import legal_day


@transaction.atomic
def issue_extract(
    *, kind: str, code: str, purpose: str, actor: Actor, at: datetime
) -> IssuedDocument:
    """The extract, which the worker signs with the body's key; everybody can verify it by its code.

    Raises RecordNotFound, NotYourRegister, PurposeMissing.
    """
    opened = open_record(register=kind, code=code, purpose=purpose, actor=actor, at=at)
    entry = cast("CivilEntry", opened)
    body = body_for(entry, legal_day(at))
    check_keeps_books(actor, body)
    facts = facts_of(entry)
    if facts is None:
        raise EntryUnreadable(column=_("Bản ghi"), rule=_("không còn nội dung nào có hiệu lực"))
    people = people_of(entry)
    return issue_document(
        kind=EXTRACT,
        title="Trích lục hộ tịch",
        template="civil_status.extract",
        data={
            "heading": f"Trích lục {BookKind(kind).label.lower()}",
            "rows": [[str(title), words] for title, words in said_lines(facts, entry.KIND)],
            "book": {
                "number": entry.shown_number,
                "volume": f"{entry.volume:02d}",
                "day": f"{entry.registered_on:%d/%m/%Y}",
                "body": entry.keeper.name,
            },
            "notes": notes_of(entry),
            "signer_role": "Người ký Trích lục",
            "signer_name": actor.name,
        },
        organization_id=body,
        subject=f"{kind}:{entry.pk}",
        person_id=people[0] if people else None,
        actor=actor,
        at=at,
        number=_number(body, at),
    )


def _number(body: int, at: datetime) -> str:
    year, unit_code = legal_day(at).year, organization(body).unit_code
    number = BookCounter.take(kind="extracts", unit_code=unit_code, year=year)
    return f"{shown_number(number, year)}/TL"
