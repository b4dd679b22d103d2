"""What registers refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class RegisterNotFound(NotFound):
    """No register has that name, or the caller may not read it."""

    code = "registers.register_not_found"
    message = _("Không có cơ sở dữ liệu này, hoặc anh chị chưa được phân quyền xem. Hỏi quản trị.")


class RegisterServiceNotFound(NotFound):
    """The register offers no such service."""

    code = "registers.service_not_found"
    message = _("Cơ sở dữ liệu này không có dịch vụ ấy. Xem lại danh mục dịch vụ.")


class ClaimMissing(Invalid):
    """A call says the number once, and once each what is to be compared."""

    code = "registers.claim_missing"
    message = _("Câu hỏi phải nêu đúng một lần: {names}.")


class RecordNotFound(NotFound):
    """No record has that number, or the caller may not know of it."""

    code = "registers.record_not_found"
    message = _("Không tìm thấy bản ghi này trong phạm vi anh chị phụ trách. Kiểm tra lại số.")


class NotYourRegister(NotAllowed):
    """The officer has no role for this in the body that keeps the record."""

    code = "registers.not_your_register"
    message = _("Bản ghi do cơ quan khác giữ. Gửi đề nghị đến cơ quan giữ bản ghi.")


class RecordLocked(Conflict):
    """Nobody changes a record while it is locked."""

    code = "registers.record_locked"
    message = _("Bản ghi đang bị khóa: {reason}. Cơ quan khóa phải mở khóa trước khi ghi tiếp.")


class RecordMerged(Conflict):
    """The record was found to be another one, which goes on."""

    code = "registers.record_merged"
    message = _("Bản ghi này đã gộp vào {code}. Ghi vào bản ghi ấy.")


class ChangedMeanwhile(Conflict):
    """Somebody wrote into the record since the page was shown."""

    code = "registers.changed_meanwhile"
    message = _("Người khác vừa ghi vào bản ghi này. Xem lại nội dung mới rồi làm tiếp.")


class PeriodInvalid(Invalid):
    """What is said of no day cannot be written."""

    code = "registers.period_invalid"
    message = _("Ngày thôi hiệu lực phải sau ngày bắt đầu.")


class PurposeMissing(Invalid):
    """Whoever reads a record says why."""

    code = "registers.purpose_missing"
    message = _("Chọn lý do xem, và ghi mã hồ sơ hoặc văn bản nếu có.")


class ReasonMissing(Invalid):
    """A lock, a merger or a decision says why."""

    code = "registers.reason_missing"
    message = _("Ghi rõ lý do để người sau hiểu.")


class PairSettled(Conflict):
    """Somebody has decided about these two records already."""

    code = "registers.pair_settled"
    message = _("Hai bản ghi này đã có người xem và kết luận.")


class FileUnreadable(Invalid):
    """The file is no table of the kind that is asked for."""

    code = "registers.file_unreadable"
    message = _("Không đọc được tệp: {reason}. Tải tệp mẫu về, chép số liệu vào rồi gửi lại.")


class RunNotFound(NotFound):
    """No import has that number, or it is not of the caller's body."""

    code = "registers.run_not_found"
    message = _("Không tìm thấy lần nhập này.")


class NothingHeld(Conflict):
    """What nobody has said cannot be said anew."""

    code = "registers.nothing_held"
    message = _("Bản ghi chưa có nội dung này cho ngày đó. Ghi lần đầu trước.")
