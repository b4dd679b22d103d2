"""The insured, their cards and their periods."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Record, Version
from nentang.kernel.personal_data import PersonalField

from .enums import Payer, Scheme

LAW = "Luật Bảo hiểm y tế 25/2008/QH12, Điều 16"
SOCIAL_LAW = "Luật Bảo hiểm xã hội 58/2014/QH13, Điều 96"
_CARD = PersonalField(purpose="Biết ai được bảo hiểm y tế", legal_basis=LAW, keep_days=None)
_PERIOD = PersonalField(
    purpose="Biết ai đóng bảo hiểm xã hội", legal_basis=SOCIAL_LAW, keep_days=None
)


class Insured(Record):
    """Somebody with a social insurance number, which is `code`."""

    person = models.OneToOneField("identity.Person", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("code", "folded", "person"), _CARD
    )

    class Meta(Record.Meta):
        verbose_name = _("người tham gia bảo hiểm")


class HealthCard(Version):
    """A health insurance card: who pays, the class of what is paid, where one is treated first."""

    record = models.ForeignKey(Insured, on_delete=models.CASCADE, related_name="cards")
    payer = models.CharField(max_length=12, choices=Payer)
    category = models.CharField(max_length=2)
    benefit = models.PositiveSmallIntegerField()
    facility = models.CharField(max_length=200, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("payer", "category", "benefit", "facility"), _CARD
    )


class SocialPeriod(Version):
    """A time during which somebody takes part in social insurance, at which employer."""

    record = models.ForeignKey(Insured, on_delete=models.CASCADE, related_name="periods")
    scheme = models.CharField(max_length=12, choices=Scheme)
    employer = models.CharField(max_length=200, blank=True)
    monthly_base = models.BigIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("scheme", "employer", "monthly_base"), _PERIOD
    )
