"""What tasks refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class TaskNotFound(NotFound):
    """No task has that code, or the caller may not know of it."""

    code = "tasks.task_not_found"
    message = _("Không tìm thấy nhiệm vụ này. Kiểm tra lại mã, hoặc hỏi cơ quan giao.")


class DecisionNotFound(NotFound):
    """No decision has that code, or the caller may not know of it."""

    code = "tasks.decision_not_found"
    message = _("Không tìm thấy văn bản giao việc này. Chọn một văn bản trong danh sách.")


class RowNotFound(NotFound):
    """The decision has no such proposed task."""

    code = "tasks.row_not_found"
    message = _("Không có dòng này trong văn bản. Tải lại trang rồi chọn lại.")


class BodyUnknown(NotFound):
    """No body of that day has that identifier."""

    code = "tasks.body_unknown"
    message = _("Không có cơ quan này vào ngày giao việc. Chọn một cơ quan trong danh sách.")


class NotYourTask(NotAllowed):
    """The officer has no role for this in the body whose turn it is."""

    code = "tasks.not_your_task"
    message = _("Bước này do cơ quan hoặc vai trò khác làm. Chuyển cho đúng người.")


class OwnEvidence(NotAllowed):
    """Whoever judges evidence is not who reported it."""

    code = "tasks.own_evidence"
    message = _("Anh chị đã báo cáo kết quả này nên không tự đánh giá. Nhờ đồng nghiệp đánh giá.")


class DecisionTooLarge(Invalid):
    """More than a decision can be."""

    code = "tasks.decision_too_large"
    message = _(
        "Tệp quá lớn: nhiều nhất {megabytes} MB, {pages} trang, {lines} dòng. Chỉ nộp phần giao việc."
    )


class DecisionUnreadable(Invalid):
    """The file is no decision that can be read."""

    code = "tasks.decision_unreadable"
    message = _(
        "Không đọc được tệp này. Nộp tệp Word (.docx), PDF có chữ hoặc bảng CSV (UTF-8), không khóa, không macro."
    )


class NoTextInside(Invalid):
    """A scan has pictures of letters, and no letters."""

    code = "tasks.no_text_inside"
    message = _("Tệp PDF này là ảnh chụp, không có chữ. Nộp bản Word hoặc bản PDF ký số có chữ.")


class HeadIncomplete(Invalid):
    """A decision has a symbol, a title, an issuer and a day that has come."""

    code = "tasks.head_incomplete"
    message = _("Ghi đủ số ký hiệu, trích yếu, nơi ban hành và ngày ban hành không ở tương lai.")


class RowIncomplete(Invalid):
    """Something of a proposed task is missing; `fields` says what."""

    code = "tasks.row_incomplete"
    message = _(
        "Dòng {rows} chưa đủ nội dung, cơ quan chủ trì hoặc thời hạn. Sửa rồi xác nhận lại."
    )


class RowSettled(Conflict):
    """Somebody confirmed or dropped it already."""

    code = "tasks.row_settled"
    message = _("Dòng này đã được xác nhận hoặc bỏ. Tải lại trang để xem.")


class ChangedMeanwhile(Conflict):
    """Somebody else changed it since the page was shown."""

    code = "tasks.changed_meanwhile"
    message = _("Người khác vừa sửa chỗ này. Những gì anh chị gõ còn ở dưới; so lại rồi lưu.")


class NothingChosen(Invalid):
    """Nothing was ticked."""

    code = "tasks.nothing_chosen"
    message = _("Chưa chọn dòng nào. Đánh dấu ít nhất một dòng rồi làm lại.")


class NotBelow(Invalid):
    """A task goes only to bodies below the one that has it."""

    code = "tasks.not_below"
    message = _("Chỉ giao xuống cơ quan trực thuộc. Chọn lại trong danh sách.")


class LaterThanWhole(Invalid):
    """A part is due no later than the whole."""

    code = "tasks.later_than_whole"
    message = _("Hạn của việc giao xuống phải từ hôm nay đến hạn của nhiệm vụ ({day}).")


class TooDeep(Conflict):
    """Below the commune there is nobody."""

    code = "tasks.too_deep"
    message = _("Nhiệm vụ này đã giao qua nhiều cấp. Cơ quan đang giữ tự làm.")


class PartsUnfinished(Conflict):
    """The whole is done when its parts are."""

    code = "tasks.parts_unfinished"
    message = _("Còn {count} việc giao xuống chưa xong. Đôn đốc các việc ấy trước.")


class EvidenceMissing(Invalid):
    """A result shows something."""

    code = "tasks.evidence_missing"
    message = _(
        "Ghi kết quả và nộp một minh chứng: tệp, số liệu của hệ thống, hoặc trang công khai."
    )


class AddressWrong(Invalid):
    """A page is one of this site, or begins with https."""

    code = "tasks.address_wrong"
    message = _("Địa chỉ trang phải bắt đầu bằng / hoặc https:// và không có dấu cách.")


class IndicatorUnknown(Invalid):
    """The system counts no such figure."""

    code = "tasks.indicator_unknown"
    message = _("Hệ thống chưa đếm số liệu này ở cơ quan chủ trì. Chọn số liệu khác hoặc nộp tệp.")


class ReasonMissing(Invalid):
    """Whoever gets the answer reads why."""

    code = "tasks.reason_missing"
    message = _("Ghi rõ lý do để bên kia biết phải làm gì.")


class NotLater(Invalid):
    """An extension ends after the deadline."""

    code = "tasks.not_later"
    message = _("Hạn xin lùi đến phải sau hạn đang có và sau hôm nay.")


class NoDeadline(Conflict):
    """What is done all the time has no deadline to move."""

    code = "tasks.no_deadline"
    message = _("Nhiệm vụ này không có ngày hạn nên không gia hạn được.")


class TooLateToAsk(Conflict):
    """An extension is asked for before the deadline passes."""

    code = "tasks.too_late_to_ask"
    message = _("Đã quá hạn nên không xin gia hạn được. Làm xong rồi báo cáo kết quả.")


class AlreadyAsked(Conflict):
    """One question at a time."""

    code = "tasks.already_asked"
    message = _("Đang có một đề nghị gia hạn chờ trả lời. Đợi cơ quan giao trả lời.")


class NothingAsked(Conflict):
    """No extension waits for an answer."""

    code = "tasks.nothing_asked"
    message = _("Không có đề nghị gia hạn nào chờ trả lời. Tải lại trang để xem.")


class RemindedToday(Conflict):
    """One reminder a day is enough."""

    code = "tasks.reminded_today"
    message = _("Hôm nay đã nhắc cơ quan này về nhiệm vụ này rồi. Ngày mai hãy nhắc tiếp.")


class NothingToRemind(Conflict):
    """The result was reported already."""

    code = "tasks.nothing_to_remind"
    message = _("Cơ quan chủ trì đã báo cáo kết quả. Mở nhiệm vụ để đánh giá.")


class OfficeMissing(Invalid):
    """Somebody answers for a task, by office."""

    code = "tasks.office_missing"
    message = _("Ghi chức vụ chịu trách nhiệm (ví dụ Phó Giám đốc phụ trách), không ghi họ tên.")


class CommitteeIncomplete(Invalid):
    """A committee or plan is named by its decision."""

    code = "tasks.committee_incomplete"
    message = _("Ghi đủ số ký hiệu, ngày ban hành và các ô bắt buộc. Năm từ 2015 đến 2050.")


class PlanTaken(Conflict):
    """That plan stands in the register already."""

    code = "tasks.plan_taken"
    message = _("Đã có kế hoạch của giai đoạn này trong sổ. Mở sổ để xem.")
