"""Rounds of a framework, the sheets of bodies in them, and what was published."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Round(models.Model):
    """A framework is asked of bodies for a year; `appraised_by` looks at what they say and publishes."""

    family = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    appraised_by = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    answer_by = models.DateField()
    opened_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["family", "year"], name="one_round_of_framework_and_year"
            )
        ]


class Sheet(models.Model):
    """What one body answers in a round. Where it stands is the state of its case, nowhere else.

    `reporter` filled in last, `appraiser` appraised last: neither is the other, nor publishes.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="sheets")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=12)
    code = models.CharField(max_length=40, unique=True)
    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    reporter = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    appraiser = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organization"], name="one_sheet_of_body_and_round"
            )
        ]


class Answer(models.Model):
    """One criterion in a sheet: what the body claims, what it was asked and says, what the appraiser found.

    For a computed criterion `claimed` is the body's own figure, if it has one, and `objection` why it does not
    accept what was computed.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="replies")
    code = models.CharField(max_length=120)
    claimed = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    objection = models.CharField(max_length=1000, blank=True)
    question = models.CharField(max_length=1000, blank=True)
    explanation = models.CharField(max_length=2000, blank=True)
    appraised = models.CharField(max_length=80, blank=True)
    finding = models.CharField(max_length=1000, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "code"], name="one_answer_of_criterion")
        ]


class Evidence(models.Model):
    """A file that bears out an answer."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="evidence")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Publication(models.Model):
    """A version of a round's results: proposed by one, published by another, never changed afterwards."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=1000)
    proposed_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    proposed_at = models.DateTimeField()
    published_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    published_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="one_publication_of_version")
        ]


class Result(models.Model):
    """What a version says of one body: as it claimed, as it was computed, as it was published.

    Shares from 0 to 1; null where nothing is known. `nodes` has the three of each node by its code, as texts of
    fractions, so that nothing is rounded.
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="results")
    unit_code = models.CharField(max_length=12)
    name = models.CharField(max_length=250)
    claimed = models.DecimalField(max_digits=9, decimal_places=8, null=True)
    computed = models.DecimalField(max_digits=9, decimal_places=8, null=True)
    published = models.DecimalField(max_digits=9, decimal_places=8, null=True)
    coverage = models.DecimalField(max_digits=9, decimal_places=8)
    place = models.PositiveIntegerField(null=True)
    nodes = models.JSONField(default=dict)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "unit_code"], name="one_result_of_unit_and_version"
            )
        ]
