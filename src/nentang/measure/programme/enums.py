"""Words of fixed lists in the programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """In what a target is measured."""

    PERCENT = "percent", _("Phần trăm (0–100)")
    PERCENT_A_YEAR = "percent_a_year", _("Phần trăm mỗi năm")
    RANK = "rank", _("Thứ bậc")
    COUNT = "count", _("Số lượng")
    DAYS = "days", _("Số ngày")
    HOURS = "hours", _("Số giờ")
    POINTS = "points", _("Điểm số")


class Direction(models.TextChoices):
    """Which way is better."""

    HIGHER = "higher", _("Càng cao càng tốt")
    LOWER = "lower", _("Càng thấp càng tốt")


class Course(models.TextChoices):
    """How a target goes from goal to goal."""

    LINEAR = "linear", _("Đều dần giữa các mốc")
    STEPPED = "stepped", _("Giữ nguyên đến mốc rồi mới đổi")


class FaultKind(models.TextChoices):
    """What is wrong with a field of a target, in a sentence that says what to do."""

    MISSING = "missing", _("Ô này còn trống. Điền rồi trình lại.")
    NOT_NUMBER = "not_number", _("Chỉ ghi chữ số, ví dụ 1.234 hoặc 12,5.")
    NOT_DAY = "not_day", _("Chọn một ngày, không sau hôm nay.")
    NOT_SHARE = "not_share", _("Phần trăm nằm trong khoảng từ 0 đến 100.")
    NOT_OFFERED = "not_offered", _("Chọn một mục trong danh sách.")
    ABOVE_CEILING = "above_ceiling", _("Số này vượt mức trần đã ghi. Sửa mốc hoặc sửa mức trần.")
    WRONG_WAY = "wrong_way", _("Mốc này kém hơn mốc trước nó. Xem lại chiều tốt hơn và các mốc.")
    NO_GOAL = "no_goal", _("Ghi ít nhất một mốc từ năm nay trở đi.")
    NO_BASELINE_DAY = "no_baseline_day", _("Đã ghi giá trị gốc thì ghi cả ngày và nguồn của nó.")
    UNIT_DIFFERS = (
        "unit_differs",
        _("Chỉ số đã chọn tính theo đơn vị khác. Đổi đơn vị hoặc bỏ chọn chỉ số."),
    )
