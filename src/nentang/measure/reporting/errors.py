"""What reporting refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class ReportNotFound(NotFound):
    """No report has that code, or the caller may not know of it."""

    code = "reporting.report_not_found"
    message = _("Không tìm thấy báo cáo này. Kiểm tra lại mã, hoặc hỏi cơ quan lập báo cáo.")


class RegimeNotFound(NotFound):
    """No regime has that code on that day."""

    code = "reporting.regime_not_found"
    message = _("Không có chế độ báo cáo này. Chọn một chế độ trong danh sách.")


class PeriodUnreadable(Invalid):
    """The period is not one of the regime."""

    code = "reporting.period_unreadable"
    message = _("Không có kỳ báo cáo “{period}”. Chọn một kỳ trong danh sách.")


class NotYourReport(NotAllowed):
    """The officer has no role for this in the body whose turn it is."""

    code = "reporting.not_your_report"
    message = _("Bước này do cơ quan hoặc vai trò khác làm. Chuyển cho đúng người.")


class ReportIncomplete(Invalid):
    """Some cells are wrong; `fields` says which and why."""

    code = "reporting.report_incomplete"
    message = _("Còn {count} chỗ chưa đúng. Sửa các ô được đánh dấu rồi trình lại.")


class DraftChanged(Conflict):
    """Somebody else saved the draft since the page was shown."""

    code = "reporting.draft_changed"
    message = _(
        "Người khác vừa lưu bản nháp này. Những gì anh chị gõ còn ở dưới; so với số đang lưu rồi lưu lại."
    )


class NotOpenForFilling(Conflict):
    """The report is with the head or above; its cells stand still."""

    code = "reporting.not_open_for_filling"
    message = _("Báo cáo đang chờ ký hoặc đã gửi nên không sửa được. Đề nghị trả lại rồi sửa.")


class ReasonMissing(Invalid):
    """Whoever gets it back reads why."""

    code = "reporting.reason_missing"
    message = _("Ghi rõ lý do để nơi lập báo cáo biết phải sửa gì.")


class ChangedMeanwhile(Conflict):
    """Somebody took a step on the report since the page was shown."""

    code = "reporting.changed_meanwhile"
    message = _("Người khác vừa xử lý báo cáo này. Xem lại rồi làm tiếp.")


class KeyUsedDifferently(Conflict):
    """The same key came with other content."""

    code = "reporting.key_used_differently"
    message = _("Khóa chống gửi trùng này đã dùng cho nội dung khác. Tạo khóa mới rồi gửi lại.")


class RemindedToday(Conflict):
    """One reminder a day is enough."""

    code = "reporting.reminded_today"
    message = _("Hôm nay đã nhắc cơ quan này rồi. Ngày mai hãy nhắc tiếp.")


class NothingToRemind(Conflict):
    """The report was filed already."""

    code = "reporting.nothing_to_remind"
    message = _("Cơ quan này đã gửi báo cáo. Mở báo cáo để nhận hoặc trả lại.")


class UnknownCell(Invalid):
    """The form has no such cell."""

    code = "reporting.unknown_cell"
    message = _("Biểu mẫu không có ô “{cell}”. Tải biểu mẫu mới nhất rồi điền lại.")


class WorkbookTooLarge(Invalid):
    """A report is a small file."""

    code = "reporting.workbook_too_large"
    message = _(
        "Tệp quá lớn (nhiều nhất {most} KB, khi mở ra nhiều nhất {unpacked} MB). Tải biểu mẫu mới rồi điền lại."
    )


class WorkbookUnreadable(Invalid):
    """The file is no workbook of ours."""

    code = "reporting.workbook_unreadable"
    message = _(
        "Không đọc được tệp này. Tải biểu mẫu Excel (.xlsx) ở trang báo cáo, điền rồi nạp lại."
    )


class WorkbookForeign(Invalid):
    """The workbook is of another report, body or form."""

    code = "reporting.workbook_foreign"
    message = _(
        "Tệp này không phải biểu mẫu của báo cáo đang mở ({what}). Tải biểu mẫu ở trang này rồi điền lại."
    )


class WorkbookBroken(Invalid):
    """Cells of the workbook are not as the template has them; `fields` says which."""

    code = "reporting.workbook_broken"
    message = _("Tệp có {count} ô không nhận được. {first} Sửa các ô ấy rồi nạp lại.")
