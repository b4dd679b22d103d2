"""Words of fixed lists in the registers."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """What a field of a register holds."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    URL = "url"
    CHOICE = "choice"
    UNIT = "unit"
    DOMAIN = "domain"


class FaultKind(models.TextChoices):
    """What is wrong with a field, in a sentence that says what to do."""

    MISSING = "missing", _("Ô này còn trống. Điền rồi gửi lại.")
    NOT_WHOLE = "not_whole", _("Chỉ ghi số nguyên từ 0 trở lên, ví dụ 1.250.")
    NOT_DAY = "not_day", _("Chọn một ngày trong lịch.")
    IN_FUTURE = "in_future", _("Ngày này chưa tới. Chọn ngày không sau hôm nay.")
    NOT_URL = "not_url", _("Ghi địa chỉ bắt đầu bằng https://.")
    NOT_OFFERED = "not_offered", _("Chọn một mục trong danh sách.")
    NOT_DOMAIN = "not_domain", _("Ghi tên miền đầy đủ, ví dụ dichvucong.tinh.gov.vn.")
    TOO_MANY = "too_many", _("Số này không thể lớn hơn số ở “{other}”.")
    PERSONAL = (
        "personal",
        _("Ô này công khai mà có số điện thoại, thư điện tử hoặc số định danh. Bỏ đi rồi gửi lại."),
    )
