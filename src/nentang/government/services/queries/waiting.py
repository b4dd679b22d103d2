"""Dossiers that wait: for a leader to sign, for somebody who has not been reminded yet."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from nentang.foundation.casework.public import TimelineEntry, working_minutes
from nentang.government.services.enums import Channel, DeliveryWay, ReminderAbout
from nentang.government.services.models import Dossier, Reminder
from nentang.kernel.frozen import Frozen

from .dossiers import dossiers

STATES = {
    ReminderAbout.SUPPLEMENT: "supplement",
    ReminderAbout.FEE: "financial",
    ReminderAbout.RESULT: "done",
}


class ForLeader(Frozen):
    """A dossier proposed for decision, with what the proposer wrote."""

    dossier: Dossier
    note: str


def waiting_for_leader(bodies: Collection[int], *, limit: int) -> list[ForLeader]:
    """Proposed dossiers in these bodies, the earliest due first; two queries."""
    found = list(
        dossiers()
        .filter(case__holder__in=bodies, case__closed_at=None, case__state="deciding")
        .order_by("case__due_at", "id")[:limit]
    )
    proposed = TimelineEntry.objects.filter(
        case__in=[each.case_id for each in found], step="propose"
    ).order_by("id")
    notes = {entry.case_id: entry.note for entry in proposed}
    return [ForLeader(each, notes.get(each.case_id, "")) for each in found]


def waiting(about: ReminderAbout, days: int, *, at: datetime, limit: int) -> list[Dossier]:
    """Dossiers whose applicant has let them wait so many days and was not reminded of it."""
    found = _unreminded(about, STATES[about], "case__suspended_at", days).filter(
        case__suspended_at__lte=at - timedelta(days=days)
    )
    if about is ReminderAbout.RESULT:
        found = found.filter(result__state="signed", delivery__posted_at=None).exclude(
            delivery__way__in=(DeliveryWay.ELECTRONIC, DeliveryWay.POST)
        )
    return list(found.order_by("id")[:limit])


def unreceived(hours: int, *, at: datetime, limit: int) -> list[Dossier]:
    """Online dossiers that nobody received for so many working hours, whose office was not told."""
    found = _unreminded(ReminderAbout.RECEPTION, "registered", "submitted_at", 0).filter(
        channel=Channel.ONLINE, submitted_at__lte=at - timedelta(hours=hours)
    )
    return [
        each
        for each in found.order_by("id")[:limit]
        if working_minutes(each.submitted_at, at) >= hours * 60
    ]


def _unreminded(about: ReminderAbout, state: str, since: str, days: int) -> QuerySet[Dossier]:
    reminded = Reminder.objects.filter(
        dossier=OuterRef("pk"), about=about, since=OuterRef(since), days__gte=days
    )
    return Dossier.objects.select_related("case").filter(
        ~Exists(reminded), case__kind="dossier", case__closed_at=None, case__state=state
    )
