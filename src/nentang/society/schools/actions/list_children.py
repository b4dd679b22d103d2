"""Put the children of many records that were entered at once on the lists of their communes."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.agreements.residents import Resident, residents
from nentang.foundation.audit.public import record_of_many
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.organizations.public import find_organization_for
from nentang.kernel.clock import legal_day
from nentang.society.schools.indicators import LISTED
from nentang.society.schools.models import ListedChild
from nentang.society.schools.rules.school_age import school_age_law


@transaction.atomic
def list_children(*, first_id: int, last_id: int, at: datetime) -> int:
    """How many came to a list. Nobody is told one by one, and no evidence is kept: the record itself is new.

    The same again changes nothing.
    """
    on = legal_day(at)
    age = school_age_law().in_force(on=on)
    found = residents().born_since(
        on.year - age.until + 1, first_id=first_id, last_id=last_id, on=on
    )
    children = {pk: child for pk, child in found if child.is_alive and child.unit_code}
    known = ListedChild.objects.filter(record_id__in=children, left_at=None)
    for record_id in known.values_list("record_id", flat=True):
        del children[record_id]
    rows = list(_rows(children.items(), at))
    ListedChild.objects.bulk_create(rows)
    _write_down(rows, at)
    return len(rows)


def _rows(children: Iterable[tuple[int, Resident]], at: datetime) -> Iterable[ListedChild]:
    """A child of a commune without a committee here is on no list."""
    body_of = cache(lambda unit_code: find_organization_for(unit_code, legal_day(at)))
    for record_id, child in children:
        if body := body_of(child.unit_code):
            yield ListedChild(
                person_id=child.person_id,
                record_id=record_id,
                organization_id=body.id,
                unit_code=child.unit_code,
                birth_year=child.birth_year,
                listed_at=at,
            )


def _write_down(rows: list[ListedChild], at: datetime) -> None:
    for body_id in dict.fromkeys(row.organization_id for row in rows):
        of_body = [row for row in rows if row.organization_id == body_id]
        record_of_many(
            actor=SYSTEM,
            action="schools.enter",
            about=((f"school_list:{row.pk}", row.person_id) for row in of_body),
            organization_id=body_id,
            at=at,
        )
        record_facts(
            LISTED,
            (
                FactEntry(
                    at=at,
                    organization_id=body_id,
                    unit_code=row.unit_code,
                    fields={"birth_year": row.birth_year},
                )
                for row in of_body
            ),
        )
