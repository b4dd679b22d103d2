"""Published form versions, and drafts pinned to one."""

import uuid
from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .rules.definition import FormDefinition
from .rules.reading import parse_form

KEEP_DAYS = 90
_parsed: dict[str, FormDefinition] = {}


class FormVersion(models.Model):
    """One version of a form as it was published; never changed afterwards."""

    code = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    source = models.JSONField()
    published_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="one_text_a_version")
        ]

    @property
    def definition(self) -> FormDefinition:
        """The form, parsed once in a process: a published version never changes."""
        if self.digest not in _parsed:
            _parsed[self.digest] = parse_form(self.source)
        return _parsed[self.digest]


class Draft(models.Model):
    """What somebody has typed so far, right or wrong, on the version they began with.

    `known` names, for each prefilled field, the source and the value that was filled in. `revision`
    counts the savings, `trail` tells what stood there before, so that two windows can be merged;
    `others` is what the other window typed for the same questions; `person` whose matter it is.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    form = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("identity.Account", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    subject_key = models.CharField(max_length=120)
    answers = models.JSONField(default=dict)
    known = models.JSONField(default=dict)
    others = models.JSONField(default=dict)
    trail = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)
    step = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        name: PersonalField(
            purpose="Giữ điều người dân đang khai để không phải khai lại",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=KEEP_DAYS,
        )
        for name in ("person", "answers", "known", "others", "trail")
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "subject_key"],
                condition=models.Q(finished_at__isnull=True),
                name="one_open_draft_a_matter",
            )
        ]
