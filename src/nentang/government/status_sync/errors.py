"""What status sync refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable


class PortalNotFound(NotFound):
    """No portal of that code is connected."""

    code = "status_sync.portal_not_found"
    message = _("Không có cổng nào mang mã này. Kiểm tra lại mã cổng.")


class PortalKnown(Conflict):
    """Another portal has that code."""

    code = "status_sync.portal_known"
    message = _("Mã cổng này đã dùng. Chọn mã khác.")


class PortalUnreadable(Invalid):
    """Code or address cannot be right."""

    code = "status_sync.portal_unreadable"
    message = _("Mã cổng gồm chữ thường, số và gạch nối; địa chỉ bắt đầu bằng https://.")


class StatesUnreadable(Invalid):
    """A batch of states does not have the agreed form."""

    code = "status_sync.states_unreadable"
    message = _("Trạng thái thứ {number} không đúng khuôn dạng. Sửa rồi gửi lại cả lô.")


class NotYourPortals(NotAllowed):
    """Only administrators connect portals."""

    code = "status_sync.not_your_portals"
    message = _("Chỉ người quản trị nối được các cổng. Nhờ người quản trị của cơ quan.")


class PortalUnavailable(Unavailable):
    """The other portal does not answer as agreed."""

    code = "status_sync.portal_unavailable"
    message = _("Cổng bên kia chưa trả lời. Hệ thống tự gửi lại sau.")
