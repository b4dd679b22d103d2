"""Words of fixed lists in data sharing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sharing(models.TextChoices):
    """Whether a body may have the data by asking for it, or only after the provider has decided."""

    DEFAULT = "default", _("Chia sẻ mặc định")
    SPECIAL = "special", _("Chia sẻ theo yêu cầu đặc thù")


class Purpose(models.TextChoices):
    """What shared data is used for; a call names one, and it must be the one that was granted."""

    DOSSIER = "dossier", _("Giải quyết thủ tục hành chính")
    INSPECTION = "inspection", _("Thanh tra, kiểm tra")
    STATISTICS = "statistics", _("Thống kê, dự báo")
    MANAGEMENT = "management", _("Quản lý nhà nước theo ngành, lĩnh vực")
    SAFETY = "safety", _("Phòng, chống thiên tai, dịch bệnh")


class Outcome(models.TextChoices):
    """How a request for access ended."""

    GRANTED = "granted", _("Đã cấp quyền")
    REFUSED = "refused", _("Không đồng ý")
    WITHDRAWN = "withdrawn", _("Đã rút")
