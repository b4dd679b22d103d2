"""Words of fixed lists in linked procedures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartState(models.TextChoices):
    """Where a part stands before it is a dossier; afterwards its dossier tells."""

    WAITING = "waiting", _("Chờ kết quả của việc trước")
    OPEN = "open", _("Đã mở hồ sơ")
    STUCK = "stuck", _("Cần bổ sung để mở hồ sơ")
    WITHDRAWN = "withdrawn", _("Người nộp đã rút")
