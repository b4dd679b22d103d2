"""Words of fixed lists in payments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a payment request stands; the values are those of the cashier agreement."""

    REQUESTED = "requested", _("Chờ nộp")
    PAID = "paid", _("Đã nộp")
    CANCELLED = "cancelled", _("Đã huỷ")
    EXPIRED = "expired", _("Quá hạn nộp")


TONES = {
    State.REQUESTED: "wait",
    State.PAID: "ok",
    State.CANCELLED: "info",
    State.EXPIRED: "late",
}


class Method(models.TextChoices):
    """How the money came."""

    BANK = "bank", _("Qua ngân hàng")
    VIETQR = "vietqr", _("Chuyển khoản VietQR")
    CASH = "cash", _("Tiền mặt tại quầy")


class OrderState(models.TextChoices):
    """Where an order at a gateway stands, as far as we know."""

    OPENING = "opening", _("Đang mở")
    OPEN = "open", _("Đang chờ")
    PAID = "paid", _("Đã trả")
    REFUSED = "refused", _("Người trả đã từ chối")


class Outcome(models.TextChoices):
    """What a gateway's message led to. All but the first two are breaks that somebody must look at."""

    SETTLED = "settled", _("Đã ghi nhận")
    NOTED = "noted", _("Chưa trả tiền")
    UNKNOWN_ORDER = "unknown_order", _("Không rõ nộp cho việc nào")
    WRONG_AMOUNT = "wrong_amount", _("Sai số tiền")
    WRONG_ACCOUNT = "wrong_account", _("Sai tài khoản nhận")
    PAID_TWICE = "paid_twice", _("Nộp hai lần")
    CANCELLED = "cancelled", _("Yêu cầu đã huỷ")
    BOOKED_ELSEWHERE = "booked_elsewhere", _("Giao dịch đã ghi cho khoản khác")


class Resolution(models.TextChoices):
    """What people did about a break."""

    RETURNED = "returned", _("Đã trả lại tiền")
    EXPLAINED = "explained", _("Đã rõ, không phải trả lại")


TILL_ROLES = ("clerk",)
DESK_ROLES = ("clerk", "leader")
BREAKS = tuple(o for o in Outcome if o not in (Outcome.SETTLED, Outcome.NOTED))
