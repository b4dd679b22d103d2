"""Words of fixed lists in reporting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    """How often a report is due."""

    MONTH = "month", _("Hằng tháng")
    QUARTER = "quarter", _("Hằng quý")
    YEAR = "year", _("Hằng năm")


class CellKind(models.TextChoices):
    """What stands in a cell."""

    COUNT = "count", _("Số nguyên")
    AMOUNT = "amount", _("Số thập phân")
    PERCENT = "percent", _("Phần trăm")


class Origin(models.TextChoices):
    """Where a value came from."""

    TYPED = "typed", _("Tự điền")
    FACTS = "facts", _("Tính từ dữ liệu")
    REGISTER = "register", _("Lấy từ sổ")
    FORMULA = "formula", _("Tính theo công thức")


class FaultKind(models.TextChoices):
    """What is wrong with a cell, in a sentence that says what to do."""

    MISSING = "missing", _("Ô này chưa có số. Không phát sinh thì ghi 0.")
    NOT_NUMBER = (
        "not_number",
        _("“{typed}” không phải là số. Chỉ ghi chữ số, ví dụ 1.234 hoặc 12,5."),
    )
    NOT_WHOLE = "not_whole", _("Ô này đếm từng việc nên phải là số nguyên.")
    NEGATIVE = "negative", _("Ô này không thể nhỏ hơn 0.")
    TOO_LARGE = "too_large", _("Số này lớn quá mức có thể. Kiểm tra lại đơn vị tính.")
    TOO_FINE = "too_fine", _("Ghi nhiều nhất 6 chữ số sau dấu phẩy.")
    NOT_PERCENT = "not_percent", _("Phần trăm nằm trong khoảng từ 0 đến 100.")
    CHECK = "check", _("Chưa khớp: {left} là {left_value}, {right} là {right_value}. {rule}")
    JUMP = (
        "jump",
        _(
            "Kỳ trước là {before}, kỳ này là {now}. Nếu đúng thì giải trình bên dưới, nếu không thì sửa lại."
        ),
    )
    CHANGED = (
        "changed",
        _(
            "Hệ thống đếm được {known}, ở đây ghi {now}. Nếu đúng thì giải trình bên dưới, nếu không thì ghi lại số của hệ thống."
        ),
    )


class Standing(models.TextChoices):
    """How a filed version stands."""

    FILED = "filed", _("Chờ cấp trên nhận")
    TAKEN_IN = "taken_in", _("Cấp trên đã nhận")
    RETURNED = "returned", _("Bị trả lại")
    REPLACED = "replaced", _("Đã có bản mới thay")


class Rung(models.TextChoices):
    """The steps of the ladder of reminders that casework does not climb by itself (nearly due, overdue)."""

    OPENED = "opened", _("Mở kỳ báo cáo")
    VERY_LATE = "very_late", _("Quá hạn nhiều ngày, báo cấp trên")
    BY_HAND = "by_hand", _("Cấp trên nhắc")
