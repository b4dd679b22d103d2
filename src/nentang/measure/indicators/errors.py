"""What the measure refuses."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Invalid, NotFound


class IndicatorNotFound(NotFound):
    """No app registers that indicator."""

    code = "indicators.indicator_not_found"
    message = _("Không có chỉ số {indicator}. Chọn lại từ danh sách chỉ số.")


class TooManyMonths(Invalid):
    """The months asked for are none or too many."""

    code = "indicators.too_many_months"
    message = _("Chọn từ 1 đến {most} tháng, tháng đầu trước tháng cuối.")
