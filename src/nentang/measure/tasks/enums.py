"""Words of fixed lists in tasks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeadlineKind(models.TextChoices):
    """What kind of deadline a decision sets; only `day` can ever be late."""

    DAY = "day", _("Có ngày hạn")
    STANDING = "standing", _("Thường xuyên")
    YEARLY = "yearly", _("Hằng năm")
    QUARTERLY = "quarterly", _("Hằng quý")
    MONTHLY = "monthly", _("Hằng tháng")
    OPEN = "open", _("Chưa rõ hạn")


class Standing(models.TextChoices):
    """How a task stands on a day; derived from evidence and dates, kept nowhere."""

    NOT_DUE = "not_due", _("Chưa đến hạn")
    IN_TIME = "in_time", _("Đang làm, trong hạn")
    EXTENDED = "extended", _("Được gia hạn")
    RETURNED = "returned", _("Bị trả lại")
    LATE = "late", _("Quá hạn")
    DONE_IN_TIME = "done_in_time", _("Xong đúng hạn")
    DONE_LATE = "done_late", _("Xong quá hạn")


class Doubt(models.TextChoices):
    """What of a proposed task somebody has to look at."""

    TEXT = "text", _("nội dung")
    LEAD = "lead", _("cơ quan chủ trì")
    SUPPORT = "support", _("cơ quan phối hợp")
    DUE = "due", _("thời hạn")


class RowStanding(models.TextChoices):
    """What became of a proposed task."""

    OPEN = "open", _("Chờ xác nhận")
    CONFIRMED = "confirmed", _("Đã giao việc")
    DROPPED = "dropped", _("Đã bỏ")


class EvidenceKind(models.TextChoices):
    """What shows that a task is done."""

    FILE = "file", _("Tệp văn bản")
    INDICATOR = "indicator", _("Số liệu của hệ thống")
    PAGE = "page", _("Trang công khai")


class Verdict(models.TextChoices):
    """What the assigning body said of evidence."""

    WAITING = "waiting", _("Chờ đánh giá")
    ACCEPTED = "accepted", _("Được công nhận")
    RETURNED = "returned", _("Bị trả lại")


class Answer(models.TextChoices):
    """What the assigning body said of an extension."""

    WAITING = "waiting", _("Chờ trả lời")
    GRANTED = "granted", _("Cho lùi hạn")
    REFUSED = "refused", _("Không cho lùi hạn")


class Rung(models.TextChoices):
    """Steps of the ladder of reminders that casework does not climb by itself (nearly due, overdue)."""

    ASSIGNED = "assigned", _("Được giao việc")
    SOON = "soon", _("Sắp đến hạn")
    VERY_LATE = "very_late", _("Quá hạn nhiều ngày, báo cơ quan giao")
    BY_HAND = "by_hand", _("Cơ quan giao nhắc")
