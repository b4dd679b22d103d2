"""Offices with a queue, their matters and windows, and the tickets of each day."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import AT_WINDOW, LIVE, Channel, TicketState, WindowState


class Office(models.Model):
    """A body where people queue. Who knows `hall_key` gives numbers as the screen in the hall does."""

    organization = models.OneToOneField(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    promised_minutes = models.PositiveSmallIntegerField()
    hall_key = models.CharField(max_length=32, unique=True)
    gives_numbers = models.BooleanField(default=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Matter(models.Model):
    """What people come for; its letters begin their numbers and never change."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="matters")
    prefix = models.CharField(max_length=2)
    name = models.CharField(max_length=80)
    is_open = models.BooleanField(default=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "prefix"], name="one_matter_a_prefix")
        ]


class Window(models.Model):
    """A window of an office; `streak` of its last calls went to people with priority in a row."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="windows")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    matters = models.ManyToManyField(Matter, related_name="windows")
    state = models.CharField(max_length=10, choices=WindowState.choices, default=WindowState.CLOSED)
    clerk = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    opened_at = models.DateTimeField(null=True)
    streak = models.PositiveSmallIntegerField(default=0)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="one_window_a_number"),
            models.UniqueConstraint(fields=["clerk"], name="one_window_a_clerk"),
            models.CheckConstraint(
                condition=Q(state=WindowState.CLOSED, clerk=None)
                | (~Q(state=WindowState.CLOSED) & Q(clerk__isnull=False)),
                name="nobody_at_a_closed_window",
            ),
        ]


class Ticket(models.Model):
    """A number of one day. No name, and why somebody has priority is not kept.

    `waits_since` is the place in the line: when it was taken, or when somebody came back. `window`
    is the last one that called it. `person` is known for numbers taken by telephone, that day only.
    """

    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="tickets", db_index=False
    )
    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, related_name="tickets", db_index=False
    )
    window = models.ForeignKey(Window, null=True, on_delete=models.PROTECT, related_name="tickets")
    person = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    day = models.DateField()
    number = models.CharField(max_length=8)
    code = models.CharField(max_length=16, unique=True)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    state = models.CharField(
        max_length=10, choices=TicketState.choices, default=TicketState.WAITING
    )
    is_priority = models.BooleanField(default=False)
    returns = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField()
    waits_since = models.DateTimeField()
    first_called_at = models.DateTimeField(null=True)
    called_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": PersonalField(
            purpose="Mỗi người một số đang chờ cho một việc, và xem lại số của mình",
            legal_basis="Người lấy số đồng ý khi lấy số bằng điện thoại",
            keep_days=1,
        )
    }

    class Meta:
        indexes = [
            models.Index(
                fields=["office", "is_priority", "waits_since", "id"],
                name="line_of_an_office",
                condition=Q(state=TicketState.WAITING),
            ),
            models.Index(fields=["office", "day", "called_at"], name="calls_of_a_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["office", "day", "number"], name="one_number_a_day"),
            models.UniqueConstraint(
                fields=["person", "matter"],
                condition=Q(state__in=LIVE, person__isnull=False),
                name="one_live_number_a_person",
            ),
            models.UniqueConstraint(
                fields=["window"], condition=Q(state__in=AT_WINDOW), name="one_ticket_at_a_window"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=AT_WINDOW) | Q(window__isnull=False),
                name="called_to_some_window",
            ),
            models.CheckConstraint(
                condition=Q(first_called_at=None) | Q(first_called_at__gte=F("taken_at")),
                name="called_after_taken",
            ),
        ]


class DayCounter(Numbering):
    """The last number given for a matter on a day."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "day"], name="one_queue_counter_a_day")
        ]
