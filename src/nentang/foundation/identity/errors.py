"""What identity refuses, and what to do then."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, TooOften


class PersonNotFound(NotFound):
    """No such person."""

    code = "identity.person_not_found"
    message = _("Không tìm thấy người này. Kiểm tra lại số định danh đã nhập.")


class AccountNotFound(NotFound):
    """No such account, or it is closed."""

    code = "identity.account_not_found"
    message = _("Không tìm thấy tài khoản này, hoặc tài khoản đã đóng.")


class AppointmentNotFound(NotFound):
    """No such appointment in the caller's organisation."""

    code = "identity.appointment_not_found"
    message = _("Không tìm thấy phân công này trong cơ quan.")


class MandateNotFound(NotFound):
    """No such mandate that the caller may see."""

    code = "identity.mandate_not_found"
    message = _("Không tìm thấy ủy quyền này.")


class ConsentNotFound(NotFound):
    """No such consent of the caller."""

    code = "identity.consent_not_found"
    message = _("Không tìm thấy lần đồng ý chia sẻ này.")


class ResetNotFound(NotFound):
    """Nothing of the kind waits in the actor's body."""

    code = "identity.reset_not_found"
    message = _("Không còn yêu cầu này ở cơ quan, hoặc đã có người quyết định.")


class SessionNotFound(NotFound):
    """No such session of the caller, or it ended."""

    code = "identity.session_not_found"
    message = _("Phiên này đã kết thúc. Tải lại trang để xem các phiên còn mở.")


class PersonDiffers(Conflict):
    """The number is held by somebody of another name or birth."""

    code = "identity.person_differs"
    message = _("Số định danh này đã đăng ký với họ tên hoặc ngày sinh khác. Kiểm tra lại giấy tờ.")


class AccountExists(Conflict):
    """The username is taken, or the person has an account."""

    code = "identity.account_exists"
    message = _("Tên đăng nhập đã có người dùng, hoặc người này đã có tài khoản.")


class MandateNotInForce(Conflict):
    """Revoked, ended or not yet begun."""

    code = "identity.mandate_not_in_force"
    message = _("Ủy quyền này không còn hiệu lực. Chọn ủy quyền khác hoặc làm cho chính mình.")


class PeriodImpossible(Invalid):
    """Ends before it begins."""

    code = "identity.period_impossible"
    message = _("Ngày kết thúc phải sau ngày bắt đầu.")


class RoleUnknown(Invalid):
    """No app declared that role."""

    code = "identity.role_unknown"
    message = _("Không có vai trò “{role}”.")


class PersonIncomplete(Invalid):
    """Name or birth is missing or impossible."""

    code = "identity.person_incomplete"
    message = _("Cần họ tên và ngày sinh, hoặc ít nhất năm sinh.")


class NumberDiffers(Invalid):
    """The personal number says another year of birth."""

    code = "identity.number_differs"
    message = _("Số định danh không khớp với năm sinh. Kiểm tra lại cả hai trên thẻ căn cước.")


class BasisMissing(Invalid):
    """Which papers were compared was not said."""

    code = "identity.basis_missing"
    message = _("Ghi giấy tờ đã đối chiếu, ví dụ thẻ căn cước và gương mặt.")


class ClientAmiss(Invalid):
    """Unknown scopes, or a return address that anybody could listen at."""

    code = "identity.client_amiss"
    message = _("Địa chỉ quay về phải là https, phạm vi phải có openid và nằm trong danh sách.")


class PasswordTooWeak(Invalid):
    """The password validators refuse it."""

    code = "identity.password_too_weak"
    message = _("Mật khẩu này dễ đoán. Chọn mật khẩu dài hơn, không trùng tên của mình.")


class MandateAmiss(Invalid):
    """A mandate needs exactly one principal, who is not the agent."""

    code = "identity.mandate_amiss"
    message = _("Chọn đúng một người hoặc một tổ chức, khác với người làm thay.")


class CodeRefused(Invalid):
    """The one-time code is wrong or was used before."""

    code = "identity.code_refused"
    message = _("Mã chưa đúng hoặc đã dùng. Chờ mã mới trong ứng dụng rồi nhập lại.")


class SignInLocked(TooOften):
    """Too many wrong passwords."""

    code = "identity.sign_in_locked"
    message = _("Đã nhập sai {limit} lần. Chờ {minutes} phút rồi thử lại.")


class OwnMatterOnly(NotAllowed):
    """Somebody else's mandate, consent or account."""

    code = "identity.own_matter_only"
    message = _("Chỉ người trong cuộc được làm việc này.")


class NotYourOrganization(NotAllowed):
    """An administrator appoints within their own organisation."""

    code = "identity.not_your_organization"
    message = _("Chỉ quản trị của chính cơ quan đó được phân công cán bộ.")
