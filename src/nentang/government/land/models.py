"""Parcels, and what is said of them: the plot, its uses, its shape, who has which right, what burdens it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Record, Version
from nentang.kernel.frozen import Frozen
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import CertificateState, FormOfUse, Origin, ParcelState

LAW = "Luật Đất đai 45/2013/QH13"
_HOLDER = PersonalField(purpose="Biết ai có quyền với thửa đất", legal_basis=LAW, keep_days=None)
_DEBT = PersonalField(
    purpose="Biết thửa đất đang bảo đảm cho nghĩa vụ nào", legal_basis=LAW, keep_days=None
)


class Parcel(Record):
    """A parcel of land; `code` is commune, map sheet and number as it got them first.

    `dossier` is that from which it was entered, so that none enters two.
    """

    unit_code = models.CharField(max_length=8)
    sheet = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    dossier = models.CharField(max_length=40, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta(Record.Meta):
        verbose_name = _("thửa đất")
        constraints = [
            models.UniqueConstraint(
                fields=["unit_code", "sheet", "number"], name="one_parcel_of_a_number"
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=~Q(dossier=""), name="one_parcel_of_a_dossier"
            ),
        ]


class SheetCounter(models.Model):
    """The last number given on a map sheet, so that two new parcels never get one."""

    unit_code = models.CharField(max_length=8)
    sheet = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_code", "sheet"], name="one_counter_of_a_sheet")
        ]


class Plot(Version):
    """Where it lies, under which number, how large (m²). `earlier` is a number that it had elsewhere."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="plots")
    unit_code = models.CharField(max_length=8)
    sheet = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    area = models.DecimalField(max_digits=12, decimal_places=1)
    address_line = models.CharField(max_length=200, blank=True)
    earlier = models.CharField(max_length=60, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Use(Frozen):
    """A purpose of use with its area (m²) and its last day, None for as long as it lasts."""

    code: str
    area: Decimal
    until: date | None = None

    @property
    def stored(self) -> dict[str, str | None]:
        """As the column has it."""
        return {
            "code": self.code,
            "area": str(self.area),
            "until": self.until.isoformat() if self.until else None,
        }


class Uses(Version):
    """What the land is used for, each purpose with area and term."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="uses")
    entries = models.JSONField(default=list)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    @property
    def said(self) -> tuple[Use, ...]:
        """The purposes."""
        return tuple(
            Use(
                each["code"],
                Decimal(each["area"]),
                date.fromisoformat(each["until"]) if each["until"] else None,
            )
            for each in self.entries
        )


class ShapeVersion(Version):
    """Its shape in WGS84 as well-known text, the geohash of its inner point, the box around it."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="shapes")
    wkt = models.TextField()
    geohash = models.CharField(max_length=12)
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta(Version.Meta):
        indexes = [
            models.Index(
                fields=["west", "east"],
                condition=Q(superseded_at__isnull=True),
                name="shapes_by_box",
            ),
            models.Index(fields=["geohash"], name="shapes_by_geohash"),
        ]


class Holders(models.Model):
    """Who has a right together; never changed: who has it later are other holders."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Share(models.Model):
    """What part of the whole one of them has: a person, or an organisation by its name."""

    holders = models.ForeignKey(Holders, on_delete=models.CASCADE, related_name="shares")
    person = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    organization_name = models.CharField(max_length=200, blank=True)
    organization_code = models.CharField(max_length=20, blank=True)
    numerator = models.BigIntegerField()
    denominator = models.BigIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": _HOLDER,
        "numerator": _HOLDER,
        "denominator": _HOLDER,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization_name="")
                | Q(person__isnull=True) & ~Q(organization_name=""),
                name="share_of_one_holder",
            ),
            models.CheckConstraint(
                condition=Q(numerator__gt=0, denominator__gte=models.F("numerator")),
                name="share_is_a_part",
            ),
        ]

    @property
    def part(self) -> Fraction:
        """The part of the whole."""
        return Fraction(self.numerator, self.denominator)

    @property
    def holder_name(self) -> str:
        """Who it is, as people call them."""
        return self.person.full_name if self.person else self.organization_name


class Right(Version):
    """Who may use the land, how, and how that came."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="rights")
    holders = models.ForeignKey(Holders, on_delete=models.PROTECT, related_name="rights")
    form = models.CharField(max_length=10, choices=FormOfUse)
    origin = models.CharField(max_length=12, choices=Origin)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"holders": _HOLDER}


class Certificate(Version):
    """The paper about the right: serial, number in the book, who issued it when, whether it counts."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="certificates")
    serial = models.CharField(max_length=11)
    book_number = models.CharField(max_length=20, blank=True)
    issued_by = models.CharField(max_length=200)
    issued_on = models.DateField()
    state = models.CharField(max_length=10, choices=CertificateState)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Serial(models.Model):
    """A serial that was used, so that no two certificates have one."""

    serial = models.CharField(max_length=11, unique=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Mortgages(Version):
    """What the land is pledged for now: number of the registration, lender, contract, since when."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="mortgages")
    entries = models.JSONField(default=list)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"entries": _DEBT}


class ParcelStanding(Version):
    """Whether the parcel is on the map; which took its place, and whose place it took."""

    record = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="standings")
    state = models.CharField(max_length=10, choices=ParcelState)
    successors = models.JSONField(default=list)
    predecessors = models.JSONField(default=list)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
