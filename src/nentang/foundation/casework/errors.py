"""What casework refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class CaseNotFound(NotFound):
    """No case has that code, or the caller may not know of it."""

    code = "casework.case_not_found"
    message = _("Không tìm thấy việc này. Kiểm tra lại mã.")


class StepNotPossible(Conflict):
    """The state of the case does not permit the step."""

    code = "casework.step_not_possible"
    message = _("Việc không còn ở bước làm được điều đó. Tải lại trang để xem đang ở đâu.")


class ChangedMeanwhile(Conflict):
    """Somebody else was faster."""

    code = "casework.changed_meanwhile"
    message = _("Người khác vừa xử lý việc này. Tải lại trang rồi làm tiếp.")


class RoleMissing(NotAllowed):
    """The step needs a role in the body that holds the case."""

    code = "casework.role_missing"
    message = _("Bước này cần vai trò khác trong cơ quan đang giữ việc. Chuyển cho đúng người.")


class NotInThisOffice(NotAllowed):
    """The assignee or the actor does not work in the body that holds the case."""

    code = "casework.not_in_this_office"
    message = _("Chỉ giao việc cho người của cơ quan đang giữ việc.")


class NotYoursToAssign(NotAllowed):
    """Only a head of the body assigns work to others or takes it from them."""

    code = "casework.not_yours_to_assign"
    message = _("Chỉ trưởng bộ phận hoặc lãnh đạo giao việc cho người khác. Nhờ họ giao lại.")


class AlreadyReappointed(Conflict):
    """A second appointment is given once."""

    code = "casework.already_reappointed"
    message = _("Việc này đã hẹn lại một lần. Theo quy định chỉ được hẹn lại một lần.")


class NotLater(Invalid):
    """The new due time does not lie after the present one, or not ahead."""

    code = "casework.not_later"
    message = _("Chọn ngày hẹn mới sau ngày đã hẹn và sau hôm nay.")


class AlreadyTaken(Conflict):
    """A colleague has the case."""

    code = "casework.already_taken"
    message = _("Đồng nghiệp đã nhận việc này. Chọn việc khác.")


class KeptAway(NotAllowed):
    """The matter itself keeps the officer from the case."""

    code = "casework.kept_away"
    message = _("Người này có liên quan đến việc nên không được nhận. Giao cho người khác.")
