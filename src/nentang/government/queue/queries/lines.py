"""The lines: who is next at a window, how many are ahead of somebody."""

from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from nentang.government.queue.enums import AT_WINDOW, TicketState, WindowState
from nentang.government.queue.models import Office, Ticket, Window
from nentang.government.queue.rules.order import people_ahead
from nentang.government.queue.rules.terms import terms_on
from nentang.government.queue.rules.waits import estimated_minutes, minutes_each
from nentang.kernel.frozen import Frozen

RECENT = 50
MINUTE = timedelta(minutes=1)


class Place(Frozen):
    """Where a waiting ticket stands; `minutes` is None while no window is open for it."""

    ahead: int
    minutes: int | None


def ticket_at(window: Window) -> Ticket | None:
    """Who was called to the window and is not done."""
    at_window = Ticket.objects.filter(window=window, state__in=AT_WINDOW)
    return at_window.select_related("matter", "office").first()


def next_in_line(window: Window, day: date, *, is_priority: bool) -> Ticket | None:
    """Who waits longest in one of the two lines for what the window serves."""
    served = window.matters.values("pk")
    line = _waiting(window.office, day).filter(matter__in=served, is_priority=is_priority)
    return line.select_related("matter").order_by("waits_since", "pk").first()


def place_of(ticket: Ticket) -> Place:
    """How many are called before the ticket, and about how long that takes."""
    rivals = _rivals(ticket)
    counted = (
        _waiting(ticket.office, ticket.day)
        .filter(matter__in=rivals)
        .aggregate(
            priority=Count("pk", filter=Q(is_priority=True)),
            others=Count("pk", filter=Q(is_priority=False)),
            priority_before=Count("pk", filter=_before(ticket) & Q(is_priority=True)),
            others_before=Count("pk", filter=_before(ticket) & Q(is_priority=False)),
        )
    )
    terms = terms_on(ticket.day)
    ahead = people_ahead(
        is_priority=ticket.is_priority,
        priority_before=counted["priority_before"],
        others_before=counted["others" if ticket.is_priority else "others_before"],
        priority=counted["priority"],
        in_a_row=terms.priority_in_a_row,
    )
    open_windows = ticket.office.windows.filter(matters__in=rivals, state=WindowState.OPEN)
    serves = open_windows.filter(matters=ticket.matter_id).exists()
    return Place(
        ahead,
        estimated_minutes(
            ahead=ahead,
            windows=open_windows.distinct().count() if serves else 0,
            minutes_each=minutes_each(
                _recent(ticket.office, ticket.day), usual=terms.usual_minutes
            ),
        ),
    )


def _waiting(office: Office, day: date) -> QuerySet[Ticket]:
    return Ticket.objects.filter(office=office, day=day, state=TicketState.WAITING)


def _before(ticket: Ticket) -> Q:
    return Q(waits_since__lt=ticket.waits_since) | Q(
        waits_since=ticket.waits_since, pk__lt=ticket.pk
    )


def _rivals(ticket: Ticket) -> list[int]:
    """Matters that share an open window with the ticket's."""
    shared = Window.objects.filter(matters=ticket.matter_id).exclude(state=WindowState.CLOSED)
    served = ticket.office.matters.filter(windows__in=shared).values_list("pk", flat=True)
    return sorted({ticket.matter_id, *served})


def _recent(office: Office, day: date) -> list[float]:
    """Minutes at the window of those served last."""
    done = Ticket.objects.filter(
        office=office, day=day, state=TicketState.DONE, started_at__isnull=False
    )
    spans = done.order_by("-called_at").values_list("started_at", "ended_at")[:RECENT]
    return [(ended - started) / MINUTE for started, ended in spans if started and ended]
