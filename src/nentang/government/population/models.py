"""Persons and households, and what is said of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.foundation.audit.public import Numbering
from nentang.foundation.registers.public import Record, Version
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import LifeState, Relation, Sex

LAW = "Luật Căn cước công dân 2014, Điều 9"
RESIDENCE_LAW = "Luật Cư trú 2020, Điều 36"
_WHO = PersonalField(purpose="Biết đúng người", legal_basis=LAW, keep_days=None)
_WHERE = PersonalField(purpose="Biết nơi cư trú", legal_basis=RESIDENCE_LAW, keep_days=None)


def named_by(column: str, name: str) -> models.Index:
    """Rows that name a citizen, which SQLite looks for at every new one while a household waits for its head."""
    is_said = models.Q(**{f"{column}__isnull": False})
    return models.Index(fields=[column], condition=is_said, name=name)


class Citizen(Record):
    """A person of the register; `code` is the personal number."""

    person = models.OneToOneField("identity.Person", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "code": _WHO,
        "folded": _WHO,
        "person": _WHO,
    }

    class Meta(Record.Meta):
        verbose_name = _("công dân")
        indexes: ClassVar[list[models.Index]] = [
            *Record.Meta.indexes,
            named_by("merged_into", "citizen_merged"),
        ]


class CivilIdentity(Version):
    """Who somebody is: name, birth, sex, nationality, ethnic group, parents."""

    record = models.ForeignKey(Citizen, on_delete=models.CASCADE, related_name="identities")
    full_name = models.CharField(max_length=120)
    sex = models.CharField(max_length=8, choices=Sex)
    birth_on = models.DateField(null=True)
    birth_year = models.PositiveSmallIntegerField()
    birth_unit = models.CharField(max_length=8, blank=True)
    hometown = models.CharField(max_length=200, blank=True)
    nationality = models.CharField(max_length=2, default="VN")
    ethnicity = models.CharField(max_length=40, blank=True)
    father_number = models.CharField(max_length=12, blank=True)
    mother_number = models.CharField(max_length=12, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        (
            *("full_name", "sex", "birth_on", "birth_year", "birth_unit", "hometown"),
            *("nationality", "ethnicity", "father_number", "mother_number"),
        ),
        _WHO,
    )


class LifeStatus(Version):
    """Whether somebody lives."""

    record = models.ForeignKey(Citizen, on_delete=models.CASCADE, related_name="life")
    state = models.CharField(max_length=8, choices=LifeState)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"state": _WHO}


class Household(Record):
    """People who live under one roof as a household; `code` is the household's number."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": _WHERE}

    class Meta(Record.Meta):
        verbose_name = _("hộ")


class HouseholdHome(Version):
    """Where a household is, and who heads it."""

    record = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="homes")
    unit_code = models.CharField(max_length=8)
    address_line = models.CharField(max_length=200)
    head = models.ForeignKey(
        Citizen, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"address_line": _WHERE, "head": _WHERE}

    class Meta(Version.Meta):
        indexes: ClassVar[list[models.Index]] = [named_by("head", "homes_of_head")]


class PermanentResidence(Version):
    """Where somebody is registered to live for good, and in which household as what."""

    record = models.ForeignKey(Citizen, on_delete=models.CASCADE, related_name="residences")
    unit_code = models.CharField(max_length=8)
    address_line = models.CharField(max_length=200, blank=True)
    household = models.ForeignKey(
        Household, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    relation = models.CharField(max_length=12, choices=Relation, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("unit_code", "address_line", "household", "relation"), _WHERE
    )

    class Meta(Version.Meta):
        indexes = [
            models.Index(
                fields=["household", "record"],
                condition=Q(superseded_at__isnull=True),
                name="members_of_household",
            ),
            models.Index(
                fields=["unit_code"],
                condition=Q(superseded_at__isnull=True),
                name="residents_of_unit",
            ),
        ]


class TemporaryResidence(Version):
    """Where somebody lives for some time, away from the permanent residence."""

    record = models.ForeignKey(Citizen, on_delete=models.CASCADE, related_name="stays")
    unit_code = models.CharField(max_length=8)
    address_line = models.CharField(max_length=200)
    host_name = models.CharField(max_length=120, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("unit_code", "address_line", "host_name"), _WHERE
    )


class Absence(Version):
    """That somebody is away from where they live, and where."""

    record = models.ForeignKey(Citizen, on_delete=models.CASCADE, related_name="absences")
    destination = models.CharField(max_length=200)
    reason = models.CharField(max_length=200, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("destination", "reason"), _WHERE
    )


class IssuedNumber(models.Model):
    """A personal number given out, whether or not a person was entered with it since."""

    number = models.CharField(max_length=12, primary_key=True)
    issued_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"number": _WHO}


class HouseholdCounter(Numbering):
    """The last household number of a commune: numbers without gaps."""

    unit_code = models.CharField(max_length=8, primary_key=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
