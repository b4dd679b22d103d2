"""What the queue refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class NoQueueHere(NotFound):
    """The body has no queue, or it does not give numbers now."""

    code = "queue.no_queue_here"
    message = _("Nơi này chưa phát số. Hỏi cán bộ hướng dẫn ở sảnh.")


class TicketNotFound(NotFound):
    """No ticket has this code."""

    code = "queue.ticket_not_found"
    message = _("Không tìm thấy phiếu này. Kiểm tra lại mã in trên phiếu.")


class WindowNotFound(NotFound):
    """The body has no such window."""

    code = "queue.window_not_found"
    message = _("Không có quầy này. Chọn lại trong danh sách quầy.")


class MatterNotFound(NotFound):
    """The body has no such matter, or takes nobody for it now."""

    code = "queue.matter_not_found"
    message = _("Việc này hiện không nhận ở đây. Chọn việc khác trong danh sách.")


class OfficeClosed(Conflict):
    """No working time is left today, or it is too early."""

    code = "queue.office_closed"
    message = _("Bộ phận một cửa đang ngoài giờ phát số. Lấy số trong giờ làm việc của ngày làm việc.")  # fmt: skip


class HasNumber(Conflict):
    """The person already waits for the same matter."""

    code = "queue.has_number"
    message = _("Ông bà, anh chị đã có số {number} cho việc này. Dùng số đó, hoặc bỏ số rồi lấy lại.")  # fmt: skip


class WrongMoment(Conflict):
    """The ticket is not in a state for this step; somebody was faster."""

    code = "queue.wrong_moment"
    message = _("Số {number} không còn ở bước này. Tải lại trang để xem số đang ở đâu.")


class ReturnedBefore(Conflict):
    """Somebody who was not there may come back only once."""

    code = "queue.returned_before"
    message = _("Số {number} đã trở lại hàng chờ một lần. Lấy số mới để chờ tiếp.")


class NobodyWaits(Conflict):
    """Nobody waits for what the window serves."""

    code = "queue.nobody_waits"
    message = _("Chưa có ai chờ việc của quầy này. Có người lấy số là gọi được ngay.")


class WindowBusy(Conflict):
    """Somebody is at the window still."""

    code = "queue.window_busy"
    message = _("Quầy đang có số {number}. Bấm xong hoặc vắng rồi mới gọi số tiếp theo.")


class WindowIdle(Conflict):
    """Nobody is at the window."""

    code = "queue.window_idle"
    message = _("Quầy chưa gọi số nào. Gọi số tiếp theo trước.")


class WindowTaken(Conflict):
    """Somebody else works at the window."""

    code = "queue.window_taken"
    message = _("Quầy này có người đang làm. Nhờ người đó bấm tạm nghỉ rồi nhận quầy.")


class HasWindow(Conflict):
    """One person works at one window."""

    code = "queue.has_window"
    message = _("Anh chị đang giữ quầy {number}. Đóng quầy đó trước khi mở quầy khác.")


class WindowNotOpen(Conflict):
    """People are called to open windows only."""

    code = "queue.window_not_open"
    message = _("Quầy chưa mở. Mở quầy rồi gọi số.")


class NotYourWindow(NotAllowed):
    """Somebody else works there, or in another office."""

    code = "queue.not_your_window"
    message = _("Chỉ người đang giữ quầy gọi và trả số ở quầy này. Mở quầy của anh chị để làm việc.")  # fmt: skip


class NotYourOffice(NotAllowed):
    """Set-up and figures are for the heads of the office."""

    code = "queue.not_your_office"
    message = _("Chỉ lãnh đạo hoặc trưởng bộ phận một cửa của nơi này làm được việc đó.")


class NumberNeedsSignIn(NotAllowed):
    """A number by telephone belongs to somebody who signed in."""

    code = "queue.number_needs_sign_in"
    message = _("Đăng nhập để lấy số bằng điện thoại, hoặc lấy số ở máy tại sảnh.")


class SetUpUnreadable(Invalid):
    """Prefix, name or promise cannot be right."""

    code = "queue.set_up_unreadable"
    message = _("Chữ đầu số là một hoặc hai chữ cái không dấu, tên không để trống, thời gian hứa từ 1 đến 480 phút.")  # fmt: skip


class NameTaken(Conflict):
    """Two matters share a prefix, or two windows a number."""

    code = "queue.name_taken"
    message = _("Chữ đầu số hoặc số quầy này đã dùng. Chọn chữ hoặc số khác.")


class UnknownGround(Invalid):
    """No such ground for being called first."""

    code = "queue.unknown_ground"
    message = _("Không có diện ưu tiên này. Chọn lại trong danh sách.")
