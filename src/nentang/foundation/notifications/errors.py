"""What can be refused about messages, and what a gateway may answer."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Invalid, NotAllowed, NotFound, Unavailable


class MessageNotFound(NotFound):
    """There is no such message, or it is another person's."""

    code = "notifications.message_not_found"
    message = _("Không tìm thấy thông báo này.")


class SubscriptionRefused(Invalid):
    """The browser's push address is not one of a known push service."""

    code = "notifications.subscription_refused"
    message = _("Trình duyệt này chưa nhận được thông báo đẩy. Dùng thư điện tử hoặc tin nhắn.")


class ReceiptRefused(NotAllowed):
    """The signature of a receipt does not fit."""

    code = "notifications.receipt_refused"
    message = _("Biên nhận không mang chữ ký đúng của cổng tin nhắn.")


class OutgoingHidden(NotFound):
    """The page of outgoing messages is for administrators, and for everybody in a demo."""

    code = "notifications.outgoing_hidden"
    message = _("Không tìm thấy trang này.")


class GatewayUnavailable(Unavailable):
    """The gateway did not answer or asks to be tried later."""

    code = "notifications.gateway_unavailable"
    message = _("Cổng gửi chưa trả lời. Hệ thống sẽ tự gửi lại.")


class GatewayRefused(Invalid):
    """The gateway will never take this message."""

    code = "notifications.gateway_refused"
    message = _("Cổng gửi từ chối: {reason}.")
