"""Entries of the seven books: where each stands. What it says are its versions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Record
from nentang.government.civil_status.enums import BookKind
from nentang.government.civil_status.rules.numbers import shown_number
from nentang.kernel.personal_data import PersonalField

LAW = "Luật Hộ tịch 60/2014/QH13"
KEPT = PersonalField(purpose="Biết ai được ghi trong Sổ hộ tịch", legal_basis=LAW, keep_days=None)


class CivilEntry(Record):
    """An entry; `code` says its place: `KS-28759-2020-01-0012`. `unit_code` is the commune of the book."""

    KIND: ClassVar[BookKind]

    unit_code = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    registered_on = models.DateField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(Record.Meta):
        abstract = True

    @property
    def shown_number(self) -> str:
        """`12/2020`, as papers have it."""
        return shown_number(self.number, self.year)


class BirthEntry(CivilEntry):
    """A birth."""

    KIND = BookKind.BIRTHS
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("khai sinh")


class MarriageEntry(CivilEntry):
    """A marriage."""

    KIND = BookKind.MARRIAGES
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("kết hôn")


class DeathEntry(CivilEntry):
    """A death."""

    KIND = BookKind.DEATHS
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("khai tử")


class RecognitionEntry(CivilEntry):
    """That a father, mother or child was recognised."""

    KIND = BookKind.RECOGNITIONS
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("nhận cha, mẹ, con")


class GuardianshipEntry(CivilEntry):
    """A guardianship."""

    KIND = BookKind.GUARDIANSHIPS
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("giám hộ")


class ChangeEntry(CivilEntry):
    """A change or correction of another entry."""

    KIND = BookKind.CHANGES
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("thay đổi hộ tịch")


class StatusEntry(CivilEntry):
    """A certificate of marital status that was given."""

    KIND = BookKind.STATUSES
    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"folded": KEPT}

    class Meta(CivilEntry.Meta):
        verbose_name = _("xác nhận tình trạng hôn nhân")
