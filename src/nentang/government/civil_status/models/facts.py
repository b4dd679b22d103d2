"""What entries say. Days are texts that may be known in part: `2020-12-01`, `1987`."""

from typing import ClassVar

from django.db import models

from nentang.foundation.registers.public import Version
from nentang.government.civil_status.enums import MaritalStatus, ParentKind, Sex, Standing
from nentang.kernel.personal_data import PersonalField

from .entries import (
    KEPT,
    BirthEntry,
    ChangeEntry,
    DeathEntry,
    GuardianshipEntry,
    MarriageEntry,
    RecognitionEntry,
    StatusEntry,
)


def _name() -> "models.CharField[str, str]":
    return models.CharField(max_length=120, blank=True)


def _day() -> "models.CharField[str, str]":
    return models.CharField(max_length=10, blank=True)


def _number() -> "models.CharField[str, str]":
    return models.CharField(max_length=12, blank=True)


def _text() -> "models.CharField[str, str]":
    return models.CharField(max_length=200, blank=True)


def _sex() -> "models.CharField[str, str]":
    return models.CharField(max_length=8, choices=Sex, blank=True)


def _by(column: str, name: str) -> models.Index:
    """Found by whose number stands there."""
    held = models.Q(superseded_at__isnull=True) & ~models.Q(**{column: ""})
    return models.Index(fields=[column], condition=held, name=name)


class CivilFacts(Version):
    """What one entry says. `NUMBERS` are columns with personal numbers, `NAMES` those that head it."""

    NUMBERS: ClassVar[tuple[str, ...]]
    NAMES: ClassVar[tuple[str, ...]]

    class Meta(Version.Meta):
        abstract = True


class BirthFacts(CivilFacts):
    """The child and the parents."""

    NUMBERS = ("personal_number", "mother_number", "father_number")
    NAMES = ("full_name",)

    record = models.ForeignKey(BirthEntry, on_delete=models.CASCADE, related_name="facts")
    full_name, sex, birth = _name(), _sex(), _day()
    birth_place, ethnicity, nationality, hometown = _text(), _text(), _text(), _text()
    personal_number = _number()
    mother_name, mother_birth, mother_number = _name(), _day(), _number()
    mother_about, mother_residence = _text(), _text()
    father_name, father_birth, father_number = _name(), _day(), _number()
    father_about, father_residence = _text(), _text()
    declarant_name = _name()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        (
            *("full_name", "sex", "birth", "birth_place", "ethnicity", "nationality", "hometown"),
            *("personal_number", "mother_name", "mother_birth", "mother_number", "mother_about"),
            *("mother_residence", "father_name", "father_birth", "father_number", "father_about"),
            *("father_residence", "declarant_name"),
        ),
        KEPT,
    )

    class Meta(CivilFacts.Meta):
        indexes = [
            _by("personal_number", "birth_of_child"),
            _by("mother_number", "births_of_mother"),
            _by("father_number", "births_of_father"),
        ]


class MarriageFacts(CivilFacts):
    """Wife and husband."""

    NUMBERS = ("wife_number", "husband_number")
    NAMES = ("wife_name", "husband_name")

    record = models.ForeignKey(MarriageEntry, on_delete=models.CASCADE, related_name="facts")
    wife_name, wife_birth, wife_number = _name(), _day(), _number()
    wife_about, wife_residence = _text(), _text()
    husband_name, husband_birth, husband_number = _name(), _day(), _number()
    husband_about, husband_residence = _text(), _text()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        (
            *("wife_name", "wife_birth", "wife_number", "wife_about", "wife_residence"),
            *("husband_name", "husband_birth", "husband_number"),
            *("husband_about", "husband_residence"),
        ),
        KEPT,
    )

    class Meta(CivilFacts.Meta):
        indexes = [
            _by("wife_number", "marriages_of_wife"),
            _by("husband_number", "marriages_of_husband"),
        ]


class MarriageStanding(Version):
    """Whether the marriage stands, and by which judgment it does not."""

    record = models.ForeignKey(MarriageEntry, on_delete=models.CASCADE, related_name="standings")
    state = models.CharField(max_length=10, choices=Standing)
    decision = _text()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"state": KEPT, "decision": KEPT}


class DeathFacts(CivilFacts):
    """Who died, when, where, of what."""

    NUMBERS = ("personal_number",)
    NAMES = ("full_name",)

    record = models.ForeignKey(DeathEntry, on_delete=models.CASCADE, related_name="facts")
    full_name, sex, birth, personal_number = _name(), _sex(), _day(), _number()
    about, residence = _text(), _text()
    died, died_time = _day(), models.CharField(max_length=5, blank=True)
    death_place, death_cause, proof = _text(), _text(), _text()
    declarant_name = _name()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        (
            *("full_name", "sex", "birth", "personal_number", "about", "residence", "died"),
            *("died_time", "death_place", "death_cause", "proof", "declarant_name"),
        ),
        KEPT,
    )

    class Meta(CivilFacts.Meta):
        indexes = [_by("personal_number", "death_of_person")]


class RecognitionFacts(CivilFacts):
    """Whose parent was recognised."""

    NUMBERS = ("child_number", "parent_number")
    NAMES = ("child_name", "parent_name")

    record = models.ForeignKey(RecognitionEntry, on_delete=models.CASCADE, related_name="facts")
    parent_kind = models.CharField(max_length=8, choices=ParentKind)
    parent_name, parent_birth, parent_number = _name(), _day(), _number()
    child_name, child_birth, child_number = _name(), _day(), _number()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        (
            *("parent_kind", "parent_name", "parent_birth", "parent_number"),
            *("child_name", "child_birth", "child_number"),
        ),
        KEPT,
    )

    class Meta(CivilFacts.Meta):
        indexes = [
            _by("child_number", "recognitions_of_child"),
            _by("parent_number", "recognitions_of_parent"),
        ]


class GuardianshipFacts(CivilFacts):
    """Who is guardian of whom, and why. Where it ended nothing is said of the days after."""

    NUMBERS = ("ward_number", "guardian_number")
    NAMES = ("ward_name", "guardian_name")

    record = models.ForeignKey(GuardianshipEntry, on_delete=models.CASCADE, related_name="facts")
    ward_name, ward_birth, ward_number = _name(), _day(), _number()
    guardian_name, guardian_birth, guardian_number = _name(), _day(), _number()
    reason = _text()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        (
            *("ward_name", "ward_birth", "ward_number", "reason"),
            *("guardian_name", "guardian_birth", "guardian_number"),
        ),
        KEPT,
    )

    class Meta(CivilFacts.Meta):
        indexes = [
            _by("ward_number", "guardianships_of_ward"),
            _by("guardian_number", "guardianships_of_guardian"),
        ]


class ChangeFacts(CivilFacts):
    """Which entry was changed, in what, by which decision."""

    NUMBERS = ("personal_number",)
    NAMES = ("full_name",)

    record = models.ForeignKey(ChangeEntry, on_delete=models.CASCADE, related_name="facts")
    full_name, personal_number = _name(), _number()
    entry_code = models.CharField(max_length=40)
    what = models.CharField(max_length=800)
    decision = _text()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("full_name", "personal_number", "entry_code", "what", "decision"), KEPT
    )

    class Meta(CivilFacts.Meta):
        indexes = [
            _by("personal_number", "changes_of_person"),
            models.Index(fields=["entry_code"], name="changes_of_entry"),
        ]


class StatusFacts(CivilFacts):
    """Whose marital status was certified, for what."""

    NUMBERS = ("personal_number",)
    NAMES = ("full_name",)

    record = models.ForeignKey(StatusEntry, on_delete=models.CASCADE, related_name="facts")
    full_name, sex, birth, personal_number = _name(), _sex(), _day(), _number()
    residence = _text()
    status = models.CharField(max_length=10, choices=MaritalStatus)
    purpose = _text()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("full_name", "sex", "birth", "personal_number", "residence", "status", "purpose"), KEPT
    )

    class Meta(CivilFacts.Meta):
        indexes = [_by("personal_number", "statuses_of_person")]
