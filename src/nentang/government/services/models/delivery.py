"""How a result reaches its applicant."""

from typing import ClassVar

from django.db import models

from nentang.government.services.enums import DeliveryWay
from nentang.kernel.personal_data import PersonalField

from .dossier import Dossier


class Delivery(models.Model):
    """What the applicant chose, where it is not what their channel brings; and how it went by post.

    `counter` is where they fetch it, `address` where the post brings it, `tracking` the post's number.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="delivery")
    way = models.CharField(max_length=10, choices=DeliveryWay)
    counter = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    address = models.CharField(max_length=300, blank=True)
    tracking = models.CharField(max_length=40, blank=True)
    posted_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "address": PersonalField(
            purpose="Gửi kết quả đến nơi người nộp chọn",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=365,
        )
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(way=DeliveryWay.COUNTER, counter__isnull=False)
                | (~models.Q(way=DeliveryWay.COUNTER) & models.Q(counter__isnull=True)),
                name="delivery_counter_where_fetched",
            ),
        ]
