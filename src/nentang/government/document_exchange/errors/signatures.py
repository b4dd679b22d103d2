"""Messages of other systems that nobody trusted here signed in time."""

from django.utils.translation import gettext_lazy as _

from .messages import MessageFault


class SignatureMissing(MessageFault):
    """Nobody signed."""

    code = "document_exchange.signature_missing"
    message = _("Thông điệp chưa ký số. Ký bằng chứng thư đã đăng ký rồi gửi lại.")


class SignatureMisshapen(MessageFault):
    """The signature covers something else than the whole message, or by another way than agreed."""

    code = "document_exchange.signature_misshapen"
    message = _(
        "Chữ ký số không đúng dạng: một chữ ký, một tham chiếu tới toàn bộ thông điệp, RSA hoặc ECDSA với SHA-256."
    )


class SignatureWrong(MessageFault):
    """The message was changed after it was signed, or signed with another key."""

    code = "document_exchange.signature_wrong"
    message = _("Chữ ký số không khớp với nội dung. Kiểm tra khóa ký, rồi ký và gửi lại.")


class CertificateUnknown(MessageFault):
    """The certificate is not the sender's."""

    code = "document_exchange.certificate_unknown"
    message = _(
        "Chứng thư trong chữ ký chưa được đăng ký cho nơi gửi. Đăng ký chứng thư với bên nhận trước."
    )


class CertificateExpired(MessageFault):
    """The certificate's time is over, has not begun, or was ended."""

    code = "document_exchange.certificate_expired"
    message = _(
        "Chứng thư của nơi gửi hết hạn, chưa có hiệu lực hoặc đã bị thu hồi. Đăng ký chứng thư mới."
    )


class ClockInFuture(MessageFault):
    """It says it was sent later than now."""

    code = "document_exchange.clock_in_future"
    message = _(
        "Thời gian gửi trong thông điệp ở tương lai. Chỉnh đồng hồ của hệ thống gửi rồi gửi lại."
    )
