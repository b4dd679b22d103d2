"""What the watch refuses."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class AlarmNotFound(NotFound):
    """There is no such alarm where the actor answers for security."""

    code = "watch.alarm_not_found"
    message = _("Không tìm thấy cảnh báo này trong cơ quan.")


class AlarmDecided(Conflict):
    """Somebody said already what it was."""

    code = "watch.alarm_decided"
    message = _("Cảnh báo này đã có kết luận. Tải lại trang để xem.")


class FindingMissing(Invalid):
    """What was found out was not said."""

    code = "watch.finding_missing"
    message = _("Chọn kết luận và ghi đã tìm hiểu được gì.")
