"""What the dashboard refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Invalid, NotAllowed, NotFound


class PackNotFound(NotFound):
    """No pack has that code, or the caller may not know of it."""

    code = "dashboard.pack_not_found"
    message = _("Không tìm thấy tập tài liệu này. Kiểm tra lại mã, hoặc đặt một tập mới.")


class NotYourPlace(NotAllowed):
    """Packs are for those who lead the place, or one above it."""

    code = "dashboard.not_your_place"
    message = _("Tài liệu này chỉ lãnh đạo nơi ấy và cấp trên đặt được. Chọn nơi mình phụ trách.")


class DayNotYet(Invalid):
    """A pack speaks of today or of the end of a month that is over: months are counted whole."""

    code = "dashboard.day_not_yet"
    message = _(
        "Tài liệu làm cho hôm nay, hoặc cho ngày cuối một tháng đã qua từ năm 2020. Chọn lại ngày."
    )
