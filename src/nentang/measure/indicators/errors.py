"""What the measure refuses."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import NotFound


class IndicatorNotFound(NotFound):
    """No app registers that indicator."""

    code = "indicators.indicator_not_found"
    message = _("Không có chỉ số {indicator}. Chọn lại từ danh sách chỉ số.")
