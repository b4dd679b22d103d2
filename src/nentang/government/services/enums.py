"""Words of fixed lists in the service catalogue and dossiers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a dossier came in."""

    ONLINE = "online", _("Qua mạng")
    COUNTER = "counter", _("Tại quầy")


class Outcome(models.TextChoices):
    """How a dossier ended."""

    GRANTED = "granted", _("Đã giải quyết")
    REFUSED = "refused", _("Không giải quyết")
    NOT_ACCEPTED = "not_accepted", _("Không tiếp nhận")
    WITHDRAWN = "withdrawn", _("Người nộp đã rút")


class SlipForm(models.TextChoices):
    """Forms of the one-stop shop by their number (Circular 01/2018/TT-VPCP article 9)."""

    RECEIPT = "01", _("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
    SUPPLEMENT = "02", _("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")
    REFUSAL = "03", _("Phiếu từ chối tiếp nhận, giải quyết hồ sơ")
    APOLOGY = "04", _("Phiếu xin lỗi và hẹn lại ngày trả kết quả")
    CONTROL = "05", _("Phiếu kiểm soát quá trình giải quyết hồ sơ")


class RedressKind(models.TextChoices):
    """What a decision on a complaint orders for a dossier."""

    FINISH = "finish", _("Giải quyết ngay hồ sơ đang trễ")
    TAKE_IN = "take_in", _("Tiếp nhận lại hồ sơ")
    DECIDE_ANEW = "decide_anew", _("Hủy quyết định cũ, giải quyết lại hồ sơ")
    REFUND = "refund", _("Trả lại khoản đã thu không đúng")
    APOLOGISE = "apologise", _("Xin lỗi, chấn chỉnh cán bộ")


class DeliveryWay(models.TextChoices):
    """How the applicant gets the result."""

    ELECTRONIC = "electronic", _("Bản điện tử có chữ ký số")
    COUNTER = "counter", _("Tại quầy một cửa")
    POST = "post", _("Qua bưu điện")


class ReminderAbout(models.TextChoices):
    """What somebody is reminded of."""

    SUPPLEMENT = "supplement", _("Bổ sung hồ sơ")
    FEE = "fee", _("Nộp phí, lệ phí")
    RESULT = "result", _("Đến nhận kết quả")
    RECEPTION = "reception", _("Tiếp nhận hồ sơ qua mạng")
