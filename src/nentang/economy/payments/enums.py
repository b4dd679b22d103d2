"""Words of fixed lists in payments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a payment request stands; the values are those of the cashier agreement."""

    REQUESTED = "requested", _("Chờ nộp")
    PAID = "paid", _("Đã nộp")
    CANCELLED = "cancelled", _("Đã huỷ")
    EXPIRED = "expired", _("Quá hạn nộp")
    REFUNDED = "refunded", _("Đã hoàn trả")


TONES = {
    State.REQUESTED: "wait",
    State.PAID: "ok",
    State.CANCELLED: "info",
    State.EXPIRED: "late",
    State.REFUNDED: "info",
}


class Method(models.TextChoices):
    """How the money came."""

    BANK = "bank", _("Qua ngân hàng")
    CARD = "card", _("Bằng thẻ")
    VIETQR = "vietqr", _("Chuyển khoản VietQR")
    CASH = "cash", _("Tiền mặt tại quầy")


class OrderState(models.TextChoices):
    """Where an order at a gateway stands, as far as we know."""

    OPENING = "opening", _("Đang mở")
    OPEN = "open", _("Đang chờ")
    PAID = "paid", _("Đã trả")
    REFUSED = "refused", _("Người trả đã từ chối")
    REPLACED = "replaced", _("Đã thay bằng đơn khác")


class Outcome(models.TextChoices):
    """What a gateway's message led to. All but the first three are breaks that somebody must look at."""

    SETTLED = "settled", _("Đã ghi nhận")
    PART = "part", _("Đã ghi nhận một phần")
    NOTED = "noted", _("Chưa trả tiền")
    UNKNOWN_ORDER = "unknown_order", _("Không rõ nộp cho việc nào")
    WRONG_AMOUNT = "wrong_amount", _("Sai số tiền")
    WRONG_ACCOUNT = "wrong_account", _("Sai tài khoản nhận")
    PAID_TWICE = "paid_twice", _("Nộp hai lần")
    CANCELLED = "cancelled", _("Yêu cầu đã huỷ")
    BOOKED_ELSEWHERE = "booked_elsewhere", _("Giao dịch đã ghi cho khoản khác")


class BreakKind(models.TextChoices):
    """Why money does not fit: six outcomes of messages, then what comparing three books finds."""

    UNKNOWN_ORDER = "unknown_order", _("Không rõ nộp cho việc nào")
    WRONG_AMOUNT = "wrong_amount", _("Sai số tiền")
    WRONG_ACCOUNT = "wrong_account", _("Sai tài khoản nhận")
    PAID_TWICE = "paid_twice", _("Nộp hai lần")
    CANCELLED = "cancelled", _("Yêu cầu đã huỷ")
    BOOKED_ELSEWHERE = "booked_elsewhere", _("Giao dịch đã ghi cho khoản khác")
    NOT_BOOKED = "not_booked", _("Sao kê có, sổ chưa ghi")
    NOT_AT_GATEWAY = "not_at_gateway", _("Sổ đã ghi, sao kê không có")
    NOT_AT_TREASURY = "not_at_treasury", _("Kho bạc chưa hạch toán")
    AMOUNTS_DIFFER = "amounts_differ", _("Số tiền các bên ghi khác nhau")


class Resolution(models.TextChoices):
    """What became of a break."""

    RETURNED = "returned", _("Đã trả lại tiền")
    EXPLAINED = "explained", _("Đã rõ, không phải trả lại")
    BOOKED = "booked", _("Đã ghi cho đúng khoản")
    AGREED = "agreed", _("Các bên đã khớp")


class RefundReason(models.TextChoices):
    """Why money goes back."""

    WITHDRAWN = "withdrawn", _("Người nộp rút hồ sơ")
    NOT_ACCEPTED = "not_accepted", _("Hồ sơ không được tiếp nhận")
    OVERPAID = "overpaid", _("Nộp thừa hoặc nộp nhầm")
    EXEMPT = "exempt", _("Người nộp thuộc diện được miễn, giảm")
    COMPLAINT = "complaint", _("Theo quyết định giải quyết khiếu nại")


class RefundState(models.TextChoices):
    """Where a refund stands."""

    ASKED = "asked", _("Chờ duyệt")
    APPROVED = "approved", _("Đã duyệt, đang hoàn trả")
    DONE = "done", _("Đã hoàn trả")
    DECLINED = "declined", _("Không duyệt")
    FAILED = "failed", _("Ngân hàng không hoàn được")


REFUND_TONES = {
    RefundState.ASKED: "wait",
    RefundState.APPROVED: "info",
    RefundState.DONE: "ok",
    RefundState.DECLINED: "info",
    RefundState.FAILED: "late",
}
LOST = (RefundState.DECLINED, RefundState.FAILED)  # their money did not go back
TREASURY = "treasury"  # the source of statements that is no gateway
TILL_ROLES = ("clerk",)
DESK_ROLES = ("clerk", "leader")
TREASURER = (
    "treasurer"  # of a treasury: sees what is booked for units that have their accounts there
)
KEEPER = "administrator"  # looks at money of which nobody knows whose it is
