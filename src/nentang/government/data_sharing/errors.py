"""What data sharing refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class ServiceNotFound(NotFound):
    """There is no such service, or it has ended."""

    code = "data_sharing.service_not_found"
    message = _("Không có dịch vụ dữ liệu này, hoặc đã ngừng. Tìm lại trong danh mục.")


class RequestNotFound(NotFound):
    """No request has that code, or the caller may not know of it."""

    code = "data_sharing.request_not_found"
    message = _("Không tìm thấy đề nghị này. Kiểm tra lại mã.")


class GrantNotFound(NotFound):
    """No grant has that code, or the caller may not know of it."""

    code = "data_sharing.grant_not_found"
    message = _("Không tìm thấy quyền này. Kiểm tra lại mã.")


class MemberNotFound(NotFound):
    """The body has not joined, or there is no such system or certificate of it."""

    code = "data_sharing.member_not_found"
    message = _("Cơ quan hoặc hệ thống này chưa tham gia mạng. Đăng ký trên trang mạng kết nối.")


class NotYourBody(NotAllowed):
    """The officer holds no role for this in that body."""

    code = "data_sharing.not_your_body"
    message = _("Việc này thuộc vai trò khác trong cơ quan. Chuyển cho đúng người.")


class AlreadyJoined(Conflict):
    """A body joins once; a system has its name once."""

    code = "data_sharing.already_joined"
    message = _("Cơ quan hoặc hệ thống có mã này đã tham gia. Dùng mã đã có, hoặc chọn mã khác.")


class CodeMissing(Conflict):
    """A member is known by its organisation code."""

    code = "data_sharing.code_missing"
    message = _("Cơ quan chưa có mã định danh. Nhờ quản trị ghi mã rồi tham gia.")


class WordUnreadable(Invalid):
    """Names of systems and services are short words; addresses begin with https."""

    code = "data_sharing.word_unreadable"
    message = _(
        "Mã chỉ gồm chữ thường, số, chấm và gạch nối; địa chỉ của nút bắt đầu bằng https://. Sửa rồi gửi lại."
    )


class CertificateRequestUnreadable(Invalid):
    """Not a PKCS#10 request in PEM with a key that the exchange takes."""

    code = "data_sharing.certificate_request_unreadable"
    message = _(
        "Không đọc được yêu cầu cấp chứng thư. Dán tệp CSR dạng PEM với khoá Ed25519, P-256 hoặc RSA từ 2048 bit."
    )


class DescriptionUnreadable(Invalid):
    """A service is described by OpenAPI 3 and by a list of its fields."""

    code = "data_sharing.description_unreadable"
    message = _(
        "Mô tả chưa dùng được. Gửi OpenAPI 3 dạng JSON và ít nhất một trường dữ liệu, mỗi dòng một trường."
    )


class FieldsMissing(Invalid):
    """A request names fields of the service, at least one."""

    code = "data_sharing.fields_missing"
    message = _("Chọn ít nhất một trường dữ liệu trong danh sách của dịch vụ.")


class PurposeMissing(Invalid):
    """A request says for what the data is used, and by which act."""

    code = "data_sharing.purpose_missing"
    message = _("Chọn mục đích, ghi rõ dùng để làm gì và căn cứ pháp lý cho phép.")


class PurposeNotOffered(Invalid):
    """A service may be offered for some purposes only."""

    code = "data_sharing.purpose_not_offered"
    message = _("Dịch vụ này không cấp cho mục đích ấy. Chọn mục đích trong danh sách của dịch vụ.")


class TermWrong(Invalid):
    """A grant begins today or later and ends after it began, within five years."""

    code = "data_sharing.term_wrong"
    message = _("Thời hạn bắt đầu từ hôm nay, kết thúc sau ngày bắt đầu và không quá năm năm.")


class RowsUnreadable(Invalid):
    """Rows are narrowed by keys that the service offers."""

    code = "data_sharing.rows_unreadable"
    message = _("Phạm vi dòng dữ liệu chưa đúng. Mỗi dòng ghi: khoá = giá trị, giá trị.")


class ReasonMissing(Invalid):
    """What the provider writes is read by the body that asked."""

    code = "data_sharing.reason_missing"
    message = _("Ghi rõ lý do để cơ quan đề nghị hiểu.")


class AlreadyAsked(Conflict):
    """One request of a system for a service and purpose is open at a time."""

    code = "data_sharing.already_asked"
    message = _("Đã có đề nghị {code} cho dịch vụ và mục đích này. Mở đề nghị ấy để theo dõi.")


class CallNotGranted(NotAllowed):
    """Only the node of the body that answers brings calls, and only such as a grant in force allows."""

    code = "data_sharing.call_not_granted"
    message = _("Không có quyền khai thác còn hiệu lực cho lần gọi này. Gọi qua nút của cơ quan.")


class GrantEnded(Conflict):
    """The grant is over."""

    code = "data_sharing.grant_ended"
    message = _("Quyền này đã hết hiệu lực. Gửi đề nghị mới nếu còn cần.")


class ExchangeLogBroken(Conflict):
    """The log of a node does not go on where the last part ended."""

    code = "data_sharing.exchange_log_broken"
    message = _("Nhật ký của nút không nối tiếp phần đã nhận. Giữ nguyên tệp và báo quản trị mạng.")
