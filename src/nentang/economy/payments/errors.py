"""What payments refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable


class PaymentNotFound(NotFound):
    """No request has that code or reference, or the caller may not know of it."""

    code = "payments.payment_not_found"
    message = _("Không tìm thấy khoản nộp này. Mở lại đường dẫn trong hồ sơ hoặc trong tin nhắn.")


class AmountNotPositive(Invalid):
    """Only a positive number of đồng can be asked for."""

    code = "payments.amount_not_positive"
    message = _("Số tiền phải lớn hơn 0 đồng.")


class SharesDiffer(Invalid):
    """What is asked for is laid out over items of the budget chart to the last đồng."""

    code = "payments.shares_differ"
    message = _("Số tiền chia theo tiểu mục phải cộng đúng bằng khoản phải nộp. Kiểm tra lại.")


class ReferenceTaken(Conflict):
    """The reference already has a request with other content."""

    code = "payments.reference_taken"
    message = _("Mã {reference} đã có khoản nộp với nội dung khác. Huỷ khoản cũ trước.")


class PaymentNotOpen(Conflict):
    """The request is paid, cancelled or expired, so that this cannot be done."""

    code = "payments.payment_not_open"
    message = _("Khoản nộp này không còn chờ nộp. Tải lại trang để xem tình trạng mới nhất.")


class NotYourPayment(NotAllowed):
    """The request is somebody else's."""

    code = "payments.not_your_payment"
    message = _(
        "Khoản nộp này của người khác. Chỉ người nộp hoặc cơ quan thu mới làm được việc đó."
    )


class BreakNotFound(NotFound):
    """There is no such break, or it is resolved."""

    code = "payments.break_not_found"
    message = _("Không còn khoản cần xem lại này. Tải lại trang để xem danh sách mới nhất.")


class ExplanationMissing(Invalid):
    """Nobody later could tell why the money was left as it is."""

    code = "payments.explanation_missing"
    message = _("Ghi rõ khoản tiền này là gì, để người kiểm tra sau này hiểu được.")


class NotYourTill(NotAllowed):
    """The officer does not handle that body's money."""

    code = "payments.not_your_till"
    message = _(
        "Khoản này của cơ quan khác thu. Chỉ cán bộ được giao của cơ quan thu mới làm được việc đó."
    )


class BreakIsAnother(Conflict):
    """The money of this break cannot be handled that way."""

    code = "payments.break_is_another"
    message = _("Số tiền không khớp với khoản nộp ấy. Kiểm tra lại mã hồ sơ, hoặc hoàn trả.")


class AmountNotReturnable(Invalid):
    """More would go back than came, or nothing."""

    code = "payments.amount_not_returnable"
    message = _("Chỉ còn hoàn trả được {left}. Nhập số tiền từ 1 đồng đến số ấy.")


class RefundNotFound(NotFound):
    """There is no such refund waiting for that."""

    code = "payments.refund_not_found"
    message = _("Không còn khoản hoàn trả này ở bước ấy. Tải lại trang để xem tình trạng mới nhất.")


class SameEyes(NotAllowed):
    """Who asked for a refund may not decide it."""

    code = "payments.same_eyes"
    message = _("Người đề nghị không tự duyệt được. Nhờ lãnh đạo khác của cơ quan duyệt.")


class StatementUnreadable(Invalid):
    """A statement does not have the agreed form."""

    code = "payments.statement_unreadable"
    message = _("Sao kê không đúng khuôn dạng ở dòng {line}. Lấy lại tệp từ nơi gửi.")


class NotYourAccounts(NotAllowed):
    """The actor does not manage the body's accounts."""

    code = "payments.not_your_accounts"
    message = _("Chỉ người quản trị của cơ quan mới thay đổi tài khoản nhận tiền được.")


class AccountUnreadable(Invalid):
    """Bank or account number cannot be right."""

    code = "payments.account_unreadable"
    message = _("Chọn đúng ngân hàng và nhập số tài khoản gồm tối đa 19 chữ số, chữ cái.")


class QrUnreadable(Invalid):
    """The text is not a VietQR code."""

    code = "payments.qr_unreadable"
    message = _("Không đọc được mã VietQR này. Quét lại mã, để cả bốn góc nằm trong khung.")


class BankUnavailable(Unavailable):
    """The gateway does not answer."""

    code = "payments.bank_unavailable"
    message = _(
        "Ngân hàng chưa trả lời nên chưa trừ tiền. Thử lại sau ít phút hoặc quét mã VietQR ở trang này."
    )


class GatewayUnknown(NotFound):
    """No gateway of that name is in use here."""

    code = "payments.gateway_unknown"
    message = _("Không có cách nộp này. Chọn một cách có trên trang.")


class BankRefused(Conflict):
    """The gateway answered that it does not take this order."""

    code = "payments.bank_refused"
    message = _("Ngân hàng không nhận khoản nộp này. Quét mã VietQR hoặc nộp tại quầy.")


class MessageForged(NotAllowed):
    """The signature under a gateway's message is wrong or missing."""

    code = "payments.message_forged"
    message = _("Chữ ký của thông báo không đúng.")


class MessageStale(NotAllowed):
    """The message was signed too long ago, or in the future."""

    code = "payments.message_stale"
    message = _("Thông báo được ký quá lâu hoặc đồng hồ hai bên lệch nhau. Ký lại rồi gửi lại.")


class MessageUnreadable(Invalid):
    """The message does not have the agreed form."""

    code = "payments.message_unreadable"
    message = _("Thông báo không đúng khuôn dạng đã thoả thuận.")


class MessageChanged(Conflict):
    """Another message came under the same number."""

    code = "payments.message_changed"
    message = _("Số thông báo này đã dùng cho một nội dung khác.")


class KeyReused(Conflict):
    """The idempotency key was used for another body."""

    code = "payments.key_reused"
    message = _("Khoá chống lặp này đã dùng cho một yêu cầu khác. Dùng khoá mới.")
