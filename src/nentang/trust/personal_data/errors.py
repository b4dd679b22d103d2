"""What personal data refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class InOwnNameOnly(NotAllowed):
    """Everything about a person is given to that person, not to who acts for them."""

    code = "personal_data.in_own_name_only"
    message = _("Việc này chỉ làm cho chính mình. Thôi làm thay người khác rồi thử lại.")


class ExportNotFound(NotFound):
    """There is no such export, it is somebody else's, or its days are over."""

    code = "personal_data.export_not_found"
    message = _("Gói dữ liệu không còn hoặc đã hết hạn. Yêu cầu gói mới ở trang «Dữ liệu về tôi».")


class NotInCharge(NotAllowed):
    """Only those who answer for personal data in that body."""

    code = "personal_data.not_in_charge"
    message = _("Việc này dành cho cán bộ bảo vệ dữ liệu cá nhân của cơ quan đó.")


class HoldIncomplete(Invalid):
    """A hold needs a reason and a day in the future on which it ends."""

    code = "personal_data.hold_incomplete"
    message = _("Ghi lý do và ngày hết hạn giữ, ngày đó phải sau hôm nay.")


class HoldNotFound(NotFound):
    """No such hold, or it was lifted."""

    code = "personal_data.hold_not_found"
    message = _("Không tìm thấy lệnh giữ này. Có thể đã có người gỡ.")


class CaseNotFound(NotFound):
    """No case has this code."""

    code = "personal_data.case_not_found"
    message = _("Không tìm thấy việc có mã này. Kiểm tra lại mã.")


class HeldAlready(Conflict):
    """The case is held already."""

    code = "personal_data.held_already"
    message = _("Việc này đang được giữ. Gỡ lệnh giữ cũ rồi đặt lệnh mới.")


class RequestNotFound(NotFound):
    """There is no such request, or the caller may not know of it."""

    code = "personal_data.request_not_found"
    message = _("Không tìm thấy yêu cầu này. Kiểm tra lại mã.")


class RequestIncomplete(Invalid):
    """A request needs a kind that the law knows and a few words."""

    code = "personal_data.request_incomplete"
    message = _("Chọn loại yêu cầu và viết rõ muốn cơ quan làm gì.")


class NobodyInCharge(NotFound):
    """The body has nobody who answers for personal data."""

    code = "personal_data.nobody_in_charge"
    message = _("Cơ quan này chưa có người phụ trách dữ liệu cá nhân. Chọn cơ quan khác.")


class AnswerMissing(Invalid):
    """Who asked is told what was done or why not."""

    code = "personal_data.answer_missing"
    message = _("Viết câu trả lời cho người yêu cầu; từ chối thì ghi cả quy định làm căn cứ.")


class RequestEnded(Conflict):
    """It was answered or withdrawn."""

    code = "personal_data.request_ended"
    message = _("Yêu cầu này đã kết thúc. Gửi yêu cầu mới nếu cần.")


class ErasureForbidden(Conflict):
    """The law keeps what was asked to be erased."""

    code = "personal_data.erasure_forbidden"
    message = _("Luật chưa cho xóa: {rule}. Từ chối yêu cầu và nêu quy định này.")


class BreachIncomplete(Invalid):
    """A breach is recorded with what happened, since when it is known, and what is done."""

    code = "personal_data.breach_incomplete"
    message = _("Ghi chuyện gì đã xảy ra, dữ liệu nào, biết từ lúc nào (không sau lúc này) và đang làm gì.")  # fmt: skip


class BreachNotFound(NotFound):
    """There is no such breach, or the caller may not know of it."""

    code = "personal_data.breach_not_found"
    message = _("Không tìm thấy vụ việc này. Kiểm tra lại mã.")


class ToldAlready(Conflict):
    """The authority was told."""

    code = "personal_data.told_already"
    message = _("Vụ việc này đã lập thông báo. Mở văn bản để tải về.")
