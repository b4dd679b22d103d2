"""Reads of cases: one case, its timeline, who held it how long, a person's cases."""

from collections import defaultdict
from datetime import datetime

from nentang.foundation.audit.public import RowBy
from nentang.foundation.casework.errors import CaseNotFound
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry
from nentang.kernel.frozen import Frozen


class HolderTime(Frozen):
    """Working minutes that an organisation held a case; `is_suspension`: that it waited for the applicant."""

    organization_id: int
    name: str
    minutes: int
    is_suspension: bool


_with_code = RowBy(
    lambda code: Case.objects.select_related("holder", "organization").filter(code=code), str
)


def find_case(code: str) -> Case:
    """The case of that code; CaseNotFound where there is none. Asks no permission."""
    if case := _with_code(code):
        return case
    raise CaseNotFound


def timeline(case: Case) -> list[TimelineEntry]:
    """What happened, earliest first, at most 200 entries."""
    return list(
        case.timeline.select_related("organization", "account__person").order_by("id")[:200]
    )


def spells(case: Case, *, at: datetime) -> list[HolderSpell]:
    """Who held the case from when until when, earliest first; the present one, unsaved, ends now."""
    ended = list(case.spells.select_related("organization", "account__person").order_by("id"))
    return ended if case.closed_at else [*ended, HolderSpell.ended(case, at)]


def holders(case: Case, *, at: datetime) -> list[HolderTime]:
    """Who held the case for how long, in order of first holding; all together are the whole time."""
    minutes: dict[tuple[int, str, bool], int] = defaultdict(int)
    for spell in spells(case, at=at):
        minutes[spell.organization_id, spell.organization.name, spell.is_suspension] += (
            spell.minutes
        )
    return [HolderTime(*key[:2], total, key[2]) for key, total in minutes.items() if total]


def cases_of_person(person_id: int, *, before_id: int | None = None, limit: int = 20) -> list[Case]:
    """A person's cases, newest first, a page by key."""
    found = Case.objects.filter(applicant_id=person_id).select_related("holder").order_by("-id")
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found[:limit])
