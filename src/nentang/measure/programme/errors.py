"""What the programme refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class TargetNotFound(NotFound):
    """No target has that code, or the caller may not know of it."""

    code = "programme.target_not_found"
    message = _("Không tìm thấy mục tiêu này. Chọn lại trong bảng mục tiêu.")


class ObstacleNotFound(NotFound):
    """The target has no such obstacle."""

    code = "programme.obstacle_not_found"
    message = _("Không tìm thấy vướng mắc này. Mở lại trang của mục tiêu.")


class NotAPlanningBody(NotAllowed):
    """Only ministries and provinces have a plan of their own, and only their planners enter it."""

    code = "programme.not_a_planning_body"
    message = _(
        "Chỉ cán bộ của bộ hoặc của uỷ ban nhân dân tỉnh lập mục tiêu cho cơ quan mình. Chuyển cho đúng nơi."
    )


class NotYourTarget(NotAllowed):
    """The officer has no role for this in the body whose target it is."""

    code = "programme.not_your_target"
    message = _("Bước này do vai trò khác hoặc cơ quan khác làm. Chuyển cho đúng người.")


class FourEyes(NotAllowed):
    """Whoever drafted a target does not approve it."""

    code = "programme.four_eyes"
    message = _("Người soạn mục tiêu này không tự duyệt. Nhờ một lãnh đạo khác duyệt.")


class TargetIncomplete(Invalid):
    """Some fields are wrong; `fields` says which and why."""

    code = "programme.target_incomplete"
    message = _("Còn {count} chỗ chưa đúng. Sửa các ô được đánh dấu rồi trình lại.")


class DraftChanged(Conflict):
    """Somebody else saved the draft since the page was shown."""

    code = "programme.draft_changed"
    message = _(
        "Người khác vừa lưu mục tiêu này. Những gì anh chị gõ còn ở dưới; xem bản đang lưu rồi lưu lại."
    )


class NotOpenForChange(Conflict):
    """The target waits for approval or is published; its words stand still."""

    code = "programme.not_open_for_change"
    message = _("Mục tiêu đang chờ duyệt hoặc đã công bố. Bấm sửa đổi để soạn phiên bản mới.")


class ReasonMissing(Invalid):
    """Whoever gets it back, or reads the next version, reads why."""

    code = "programme.reason_missing"
    message = _("Ghi rõ lý do để người đọc hiểu vì sao.")


class TargetChangedMeanwhile(Conflict):
    """Somebody took a step since the page was shown."""

    code = "programme.changed_meanwhile"
    message = _("Người khác vừa xử lý mục tiêu này. Xem lại rồi làm tiếp.")


class NotPublished(Conflict):
    """Values are reported of published targets only."""

    code = "programme.not_published"
    message = _("Mục tiêu chưa công bố nên chưa ghi số liệu được. Trình duyệt trước.")


class IsComputed(Conflict):
    """Nobody types the value of a target that the system computes."""

    code = "programme.is_computed"
    message = _(
        "Mục tiêu này hệ thống tự tính từ dữ liệu, không ghi tay. Mở bảng để xem từng việc."
    )


class ValueRefused(Invalid):
    """What was typed is no value of that target."""

    code = "programme.value_refused"
    message = _("{why} Chưa ghi được số liệu; sửa rồi ghi lại.")


class ObstacleIncomplete(Invalid):
    """What stands in the way, since when and whose move it is must be said."""

    code = "programme.obstacle_incomplete"
    message = _("Ghi đủ vướng ở đâu, từ ngày nào (không sau hôm nay) và cơ quan nào phải làm tiếp.")


class ObstacleClosed(Conflict):
    """It was closed already."""

    code = "programme.obstacle_closed"
    message = _("Vướng mắc này đã được ghi là gỡ xong. Tải lại trang để xem.")


class DocumentNotInReview(Invalid):
    """The document that has to change is not in the register of legal review."""

    code = "programme.document_not_in_review"
    message = _("Không có mã này trong sổ rà soát pháp lý. Chọn một văn bản trong danh sách.")
