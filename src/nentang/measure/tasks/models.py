"""Decisions, what was read from them, the tasks they assign, and who steers the Programme."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import Answer, DeadlineKind, EvidenceKind, RowStanding, Rung, Verdict

ORGANIZATION, ACCOUNT = "organizations.Organization", "identity.Account"


class Decision(models.Model):
    """A decision or plan that assigns tasks. `issuer` is who signed it; `assigner` the body that follows it up here.

    `tasks_made` and `rows_made` number tasks and proposed tasks; both only go up.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    code = models.CharField(max_length=60, unique=True)
    symbol = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    issuer = models.CharField(max_length=120)
    decided_on = models.DateField()
    assigner = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_public = models.BooleanField(default=True)
    imported_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    filename = models.CharField(max_length=120)
    tasks_made = models.PositiveIntegerField(default=0)
    rows_made = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assigner", "symbol", "decided_on"], name="one_decision_of_a_symbol"
            )
        ]


class DecisionText(models.Model):
    """What stands in the file, line by line with its spot, for whoever compares."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="text")
    lines = models.JSONField(default=list)


class ProposedTask(models.Model):
    """A task as it was read from a decision, or typed; nothing is assigned before somebody confirms it.

    `key` tells one text at one place from another, so that reading a file again proposes nothing twice.
    `doubts` names what to look at, `sure` is how sure the reader was, of a hundred.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=64)
    place = models.PositiveIntegerField(default=0)
    spot = models.CharField(max_length=24, blank=True)
    item = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=2000)
    lead_words = models.CharField(max_length=300, blank=True)
    lead = models.ForeignKey(
        ORGANIZATION, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    support_words = models.CharField(max_length=600, blank=True)
    supports = models.JSONField(default=list)
    output = models.CharField(max_length=600, blank=True)
    due_words = models.CharField(max_length=200, blank=True)
    due_kind = models.CharField(max_length=10, choices=DeadlineKind, default=DeadlineKind.OPEN)
    due_on = models.DateField(null=True)
    sure = models.PositiveSmallIntegerField(default=0)
    doubts = models.JSONField(default=list)
    standing = models.CharField(max_length=10, choices=RowStanding, default=RowStanding.OPEN)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "key"], name="each_text_proposed_once"),
            models.UniqueConstraint(fields=["decision", "number"], name="one_row_of_a_number"),
        ]

    @property
    def is_complete(self) -> bool:
        """Whether it can be confirmed as it stands."""
        has_due = (self.due_kind == DeadlineKind.DAY) == (self.due_on is not None)
        return bool(self.text.strip() and self.lead_id and has_due) and (
            self.due_kind != DeadlineKind.OPEN
        )


class Task(models.Model):
    """What one body has to do. Its case says whose turn it is; how it stands is derived from these days alone.

    `started_on`: taken up or handed on. `reported_on`: the day of the evidence that waits or was accepted.
    `accepted_on`: the assigner accepted it. `returned_on`: the last evidence was returned, none came since.
    `due_on` moves with extensions, `first_due_on` never. `path` holds the identifiers from the topmost task
    down to this one.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="tasks")
    row = models.OneToOneField(
        ProposedTask, null=True, on_delete=models.PROTECT, related_name="task"
    )
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    path = models.CharField(max_length=120, db_index=True)
    depth = models.PositiveSmallIntegerField(default=0)
    parts_made = models.PositiveIntegerField(default=0)
    item = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=2000)
    output = models.CharField(max_length=600, blank=True)
    assigner = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    lead = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=5, blank=True)
    level = models.CharField(max_length=8)
    accountable_office = models.CharField(max_length=120, blank=True)
    backup_office = models.CharField(max_length=120, blank=True)
    due_kind = models.CharField(max_length=10, choices=DeadlineKind)
    due_on = models.DateField(null=True)
    first_due_on = models.DateField(null=True)
    assigned_on = models.DateField()
    started_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    returned_on = models.DateField(null=True)
    counted_due_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_kind=DeadlineKind.DAY, due_on__isnull=False)
                | (~Q(due_kind=DeadlineKind.DAY) & Q(due_on=None)),
                name="a_deadline_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(reported_on__isnull=False),
                name="accepted_once_reported",
            ),
            models.UniqueConstraint(
                fields=["parent", "lead"],
                condition=Q(parent__isnull=False),
                name="one_part_of_a_body",
            ),
        ]
        indexes = [
            models.Index(fields=["lead", "id"], name="tasks_of_lead"),
            models.Index(fields=["assigner", "id"], name="tasks_of_assigner"),
            models.Index(
                fields=["due_on", "id"], name="tasks_to_do", condition=Q(accepted_on__isnull=True)
            ),
        ]


class TaskSupport(models.Model):
    """A body that helps the lead body."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="supports")
    organization = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "organization"], name="each_body_helps_once")
        ]
        indexes = [models.Index(fields=["organization", "task"], name="tasks_of_support")]


class Evidence(models.Model):
    """What the lead body shows for a task; it never changes but for what the assigner says of it."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="evidence")
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=2000)
    kind = models.CharField(max_length=10, choices=EvidenceKind)
    file = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    indicator = models.CharField(max_length=60, blank=True)
    numerator = models.CharField(max_length=40, blank=True)
    denominator = models.CharField(max_length=40, blank=True)
    page_url = models.CharField(max_length=500, blank=True)
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(
        ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.WAITING)
    reason = models.CharField(max_length=2000, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(
        ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="one_evidence_of_a_number"),
            models.CheckConstraint(
                condition=Q(judged_by=None) | Q(reported_by=None) | ~Q(judged_by=F("reported_by")),
                name="nobody_judges_own_evidence",
            ),
        ]


class Extension(models.Model):
    """That more time was asked for, why, and what the assigner answered."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="extensions")
    former_due_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    answer_words = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(answer=Answer.WAITING), name="one_extension_waits"
            )
        ]


class TaskReminder(models.Model):
    """A rung of the ladder of reminders that was climbed for a task."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="reminders")
    rung = models.CharField(max_length=10, choices=Rung)
    on_day = models.DateField()
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task", "rung"],
                condition=~Q(rung=Rung.BY_HAND),
                name="each_rung_of_a_task_once",
            ),
            models.UniqueConstraint(
                fields=["task", "rung", "on_day"], name="one_reminder_of_a_task_a_day"
            ),
        ]


class Committee(models.Model):
    """The steering committee of a ministry or province, by the decision that set it up; one at a time."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    organization = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    symbol = models.CharField(max_length=40)
    decided_on = models.DateField()
    head_office = models.CharField(max_length=120)
    page_url = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(replaced_at=None),
                name="one_committee_of_a_body",
            )
        ]


class SteeringPlan(models.Model):
    """The plan of a ministry or province for a year or some years."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    organization = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    symbol = models.CharField(max_length=40)
    decided_on = models.DateField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    page_url = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "first_year", "last_year"], name="one_plan_of_some_years"
            ),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="a_plan_ends_after_it_begins"
            ),
        ]


class SteeringCount(models.Model):
    """How many bodies of a level had a committee and a plan, counted once a month."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    month = models.DateField()
    level = models.CharField(max_length=8)
    bodies = models.PositiveIntegerField()
    committees = models.PositiveIntegerField()
    plans = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "level"], name="one_count_of_a_month")
        ]
