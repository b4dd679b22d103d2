"""Words of the insurance register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Payer(models.TextChoices):
    """Who pays the health insurance (Law on Health Insurance 2008, Art. 12)."""

    EMPLOYER = "employer", _("Người lao động và người sử dụng lao động đóng")
    INSURANCE = "insurance", _("Cơ quan bảo hiểm xã hội đóng")
    STATE = "state", _("Ngân sách nhà nước đóng")
    STATE_SHARES = "state_shares", _("Ngân sách nhà nước hỗ trợ")
    HOUSEHOLD = "household", _("Hộ gia đình tự đóng")


class Scheme(models.TextChoices):
    """How somebody takes part in social insurance."""

    COMPULSORY = "compulsory", _("Bắt buộc")
    VOLUNTARY = "voluntary", _("Tự nguyện")
