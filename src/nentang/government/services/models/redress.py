"""What was ordered for a dossier because a complaint was right."""

from typing import ClassVar

from django.db import models

from nentang.government.services.enums import RedressKind
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .dossier import Dossier


class Redress(models.Model):
    """One order, carried out once. `source` is the code of what ordered it.

    `step` is the step by which the dossier was opened again, `amount` what was asked to go back, in
    đồng; `is_moot` where the dossier had moved on and nothing was left to do.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="redresses")
    source = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=RedressKind)
    step = models.CharField(max_length=40, blank=True)
    amount = models.PositiveBigIntegerField(default=0)
    is_moot = models.BooleanField(default=False)
    ordered_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
