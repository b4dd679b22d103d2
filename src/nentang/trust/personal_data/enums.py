"""The closed lists of personal data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ROLE = "data_protection"


class ExportState(models.TextChoices):
    """Where an export stands."""

    ASKED = "asked", _("Đang gom dữ liệu")
    READY = "ready", _("Đã xong")
    GONE = "gone", _("Đã hết hạn tải")


class RequestKind(models.TextChoices):
    """What a person may ask about their data."""

    ACCESS = "access", _("Xem, nhận bản sao dữ liệu")
    CORRECTION = "correction", _("Sửa dữ liệu sai")
    ERASURE = "erasure", _("Xóa dữ liệu")
    OBJECTION = "objection", _("Phản đối việc dùng dữ liệu")
    WITHDRAWAL = "withdrawal", _("Rút lại sự đồng ý")


class Outcome(models.TextChoices):
    """How a request ended."""

    GRANTED = "granted", _("Đã làm theo yêu cầu")
    REFUSED = "refused", _("Không làm theo được")
    WITHDRAWN = "withdrawn", _("Người yêu cầu đã rút")
