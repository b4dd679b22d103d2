"""Cases: where a piece of work stands, who holds it, what happened to it."""

from datetime import datetime
from typing import ClassVar

from django.db import models

from nentang.foundation.audit.public import FollowedQuerySet, TransactionNumberField
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .rules.working_time import working_minutes


class Case(models.Model):
    """One piece of work of any kind, in one row: state, holder, clock.

    `holder` is the organisation that has it now, `organization` the one it came to. The current
    spell of holding began at `held_since`; ended spells are in HolderSpell. `version` goes up with
    every change and settles races. `held_minutes` and `waited_minutes` sum the ended spells, so that
    nobody reads the history to know the whole. `first_due_at` stands where there was a second
    appointment; a case is measured by the first.
    """

    kind = models.CharField(max_length=40)
    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    holder = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    assignee = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=10, blank=True)
    applicant = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    applicant_name = models.CharField(max_length=120, blank=True)
    folded = models.CharField(max_length=400)
    channel = models.CharField(max_length=20, blank=True)
    opened_at = models.DateTimeField()
    held_since = models.DateTimeField()
    clock_started_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    first_due_at = models.DateTimeField(null=True)
    suspended_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    held_minutes = models.PositiveIntegerField(default=0)
    waited_minutes = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        name: PersonalField(
            purpose="Biết việc của ai để xử lý và trả kết quả",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        )
        for name in ("applicant", "applicant_name", "folded")
    }

    class Meta:
        indexes = [
            models.Index(
                fields=["holder", "due_at", "id"],
                name="open_cases_by_holder",
                condition=models.Q(closed_at__isnull=True),
            ),
            models.Index(
                fields=["organization", "due_at", "id"],
                name="open_cases_by_organization",
                condition=models.Q(closed_at__isnull=True),
            ),
            models.Index(
                fields=["assignee", "due_at", "id"],
                name="open_cases_by_assignee",
                condition=models.Q(closed_at__isnull=True),
            ),
            models.Index(
                fields=["due_at"],
                name="open_cases_by_due",
                condition=models.Q(closed_at__isnull=True, due_at__isnull=False),
            ),
            models.Index(fields=["applicant", "-id"], name="cases_by_applicant"),
        ]

    @property
    def is_unreceived(self) -> bool:
        """Whether the case waits to be received: its clock was never started."""
        return self.clock_started_at is None and self.suspended_at is None

    def is_overdue(self, at: datetime) -> bool:
        """Whether the due time has passed without a result, of a closed case its first; never while suspended."""
        due = (self.closed_at and self.first_due_at) or self.due_at
        return due is not None and not self.suspended_at and (self.closed_at or at) > due

    def held_for(self, at: datetime) -> int:
        """Working minutes of the present spell; 0 once the case is closed."""
        return 0 if self.closed_at else working_minutes(self.held_since, at)


class HolderSpell(models.Model):
    """An ended spell of holding: which organisation and officer, how much working time.

    Spells of a case follow each other without gap while it is open, so they add up to the whole.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="spells")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    account = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_suspension = models.BooleanField(default=False)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    minutes = models.PositiveIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [models.Index(fields=["organization", "to_at"], name="spells_of_body")]

    @classmethod
    def ended(cls, case: Case, at: datetime) -> "HolderSpell":
        """The spell that the case is in, ended at that instant (not saved)."""
        return cls(
            case=case,
            organization_id=case.holder_id,
            account_id=case.assignee_id,
            is_suspension=case.suspended_at is not None,
            from_at=case.held_since,
            to_at=at,
            minutes=case.held_for(at),
        )


class Timeline(FollowedQuerySet["TimelineEntry"]):
    """What happened to cases."""


class TimelineEntry(models.Model):
    """What happened to a case. `public_note` is for the applicant, `note` for colleagues."""

    txid = TransactionNumberField()
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="timeline", db_index=False
    )
    at = models.DateTimeField()
    step = models.CharField(max_length=40)
    state = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    account = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    note = models.TextField(max_length=4000, blank=True)
    public_note = models.TextField(max_length=4000, blank=True)

    objects = Timeline.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        name: PersonalField(
            purpose="Giải thích từng bước xử lý",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        )
        for name in ("note", "public_note")
    }

    class Meta:
        indexes = [
            models.Index(fields=["case", "id"], name="timeline_of_case"),
            models.Index(fields=["txid", "id"], name="timeline_settled"),
        ]
