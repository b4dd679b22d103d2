"""What the registers refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class RegisterNotFound(NotFound):
    """There is no register of that name."""

    code = "small_registers.register_not_found"
    message = _("Không có sổ này. Chọn một sổ trong danh sách.")


class EntryNotFound(NotFound):
    """No entry has that code, or the caller may not know of it."""

    code = "small_registers.entry_not_found"
    message = _("Không tìm thấy mục này trong sổ. Kiểm tra lại mã.")


class NotAKeeper(NotAllowed):
    """The actor keeps no entries of that register for that body."""

    code = "small_registers.not_a_keeper"
    message = _("Cơ quan hoặc vai trò này không giữ sổ ấy. Chuyển cho đúng nơi.")


class NotInvited(NotAllowed):
    """The register takes nothing from whoever asks, or they do not act as whom it invites."""

    code = "small_registers.not_invited"
    message = _(
        "Sổ này không nhận đề nghị theo cách đó. Xem trang của sổ để biết ai gửi được; doanh nghiệp gửi qua người đại diện."
    )


class FourEyes(NotAllowed):
    """Whoever prepared an entry does not publish it."""

    code = "small_registers.four_eyes"
    message = _("Người soạn hoặc trình mục này không tự duyệt. Nhờ một người khác cùng cơ quan.")


class NoOwner(Conflict):
    """The body to which entries are sent is not in the system."""

    code = "small_registers.no_owner"
    message = _("Cơ quan nhận đề nghị chưa có trên hệ thống. Gửi bằng cách khác hoặc quay lại sau.")


class EntryIncomplete(Invalid):
    """Some fields are wrong; `fields` says which and why."""

    code = "small_registers.entry_incomplete"
    message = _("Còn {count} chỗ chưa đúng. Sửa các ô được đánh dấu rồi gửi lại.")


class EntryChanged(Conflict):
    """Somebody else changed the entry since the page was shown."""

    code = "small_registers.entry_changed"
    message = _(
        "Người khác vừa sửa mục này. Những gì anh chị gõ còn ở dưới; xem bản đang lưu rồi lưu lại."
    )


class NotOpenForChange(Conflict):
    """In this state nobody changes the entry."""

    code = "small_registers.not_open_for_change"
    message = _("Mục này đang ở bước không sửa được. Trả lại hoặc mở sửa đổi trước.")


class ReasonMissing(Invalid):
    """Whoever reads of the step reads why."""

    code = "small_registers.reason_missing"
    message = _("Ghi rõ lý do để người gửi và người đọc hiểu vì sao.")


class TooManyOpen(Conflict):
    """One person has many entries waiting already."""

    code = "small_registers.too_many_open"
    message = _("Đã có {most} đề nghị đang chờ trả lời. Đợi cơ quan trả lời rồi gửi tiếp.")


class TooManyFiles(Conflict):
    """An entry has so many files already."""

    code = "small_registers.too_many_files"
    message = _("Mỗi mục có nhiều nhất {most} tệp. Gộp tài liệu lại rồi gửi.")


class NotPublished(Conflict):
    """Only what is published and not over is confirmed."""

    code = "small_registers.not_published"
    message = _("Mục này chưa công bố hoặc đã kết thúc nên không cần xác nhận.")


class EntryMovedMeanwhile(Conflict):
    """Somebody took a step since the page was shown."""

    code = "small_registers.moved_meanwhile"
    message = _("Người khác vừa xử lý mục này. Xem lại rồi làm tiếp.")
