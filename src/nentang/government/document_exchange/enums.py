"""Closed lists of the exchange: codes are those of QCVN 102:2016/BTTTT."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BusinessKind(models.IntegerChoices):
    """What a message does with a document (`BussinessDocType`)."""

    NEW = 0, _("Văn bản mới")
    RECALL = 1, _("Thu hồi")
    UPDATE = 2, _("Cập nhật")
    REPLACE = 3, _("Thay thế")


class StatusCode(models.TextChoices):
    """What one side tells the other about a document (`StatusCode`)."""

    ARRIVED = "01", _("Đã đến")
    REFUSED = "02", _("Từ chối tiếp nhận")
    REGISTERED = "03", _("Đã tiếp nhận")
    ASSIGNED = "04", _("Phân công")
    IN_PROCESS = "05", _("Đang xử lý")
    COMPLETED = "06", _("Hoàn thành")
    TAKE_BACK = "13", _("Lấy lại")
    CHANGE_AGREED = "15", _("Đồng ý cập nhật, lấy lại")
    CHANGE_REFUSED = "16", _("Từ chối cập nhật, lấy lại")


class Priority(models.IntegerChoices):
    """How urgent a document is (Nghị định 30/2020/NĐ-CP)."""

    ORDINARY = 0, _("Thường")
    URGENT = 1, _("Khẩn")
    VERY_URGENT = 2, _("Thượng khẩn")
    FLASH = 3, _("Hỏa tốc")


class Secrecy(models.TextChoices):
    """Levels of secrecy (Luật Bảo vệ bí mật nhà nước 29/2018/QH14)."""

    OPEN = "open", _("Không mật")
    SECRET = "secret", _("Mật")
    TOP_SECRET = "top_secret", _("Tối mật")
    UTMOST_SECRET = "utmost_secret", _("Tuyệt mật")


class DeliveryState(models.TextChoices):
    """Where a message to one receiver stands."""

    WAITING = "waiting", _("Đang gửi")
    DELIVERED = "delivered", _("Đã đến")
    REFUSED = "refused", _("Bị từ chối")
    FAILED = "failed", _("Không gửi được")


class CodeForm(models.TextChoices):
    """In which form another system writes organisation codes."""

    QD20 = "qd20", _("Quyết định 20/2020: H41.37")
    QCVN102 = "qcvn102", _("QCVN 102:2016: 000.00.37.H41")
