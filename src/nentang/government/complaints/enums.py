"""Words of fixed lists in complaints."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class About(models.TextChoices):
    """What a complaint is about."""

    LATE = "late", _("Hồ sơ trễ hẹn")
    INTAKE = "intake", _("Không tiếp nhận hồ sơ")
    DECISION = "decision", _("Kết quả, quyết định giải quyết hồ sơ")
    CONDUCT = "conduct", _("Cách làm việc của cán bộ")
    FEE = "fee", _("Phí, lệ phí")


class Instance(models.IntegerChoices):
    """How often the matter is complained about: to the body itself, then to the one above it."""

    FIRST = 1, _("Lần đầu")
    SECOND = 2, _("Lần hai")


class Difficulty(models.TextChoices):
    """What gives an office more days."""

    PLAIN = "plain", _("Bình thường")
    COMPLEX = "complex", _("Vụ việc phức tạp")
    REMOTE = "remote", _("Vùng sâu, vùng xa, đi lại khó khăn")
    REMOTE_COMPLEX = "remote_complex", _("Vùng sâu, vùng xa và phức tạp")


class Outcome(models.TextChoices):
    """How a complaint ended."""

    NOT_ACCEPTED = "not_accepted", _("Không thụ lý")
    DECIDED = "decided", _("Đã giải quyết")
    WITHDRAWN = "withdrawn", _("Đã rút")


class Verdict(models.TextChoices):
    """Whether the complaint was right."""

    RIGHT = "right", _("Khiếu nại đúng")
    PARTLY = "partly", _("Khiếu nại đúng một phần")
    WRONG = "wrong", _("Khiếu nại sai")


class Remedy(models.TextChoices):
    """What follows for the dossier."""

    NOTHING = "nothing", _("Giữ nguyên, không thay đổi hồ sơ")
    FINISH = "finish", _("Giải quyết ngay hồ sơ đang trễ")
    TAKE_IN = "take_in", _("Tiếp nhận lại hồ sơ")
    DECIDE_ANEW = "decide_anew", _("Hủy quyết định cũ, giải quyết lại hồ sơ")
    REFUND = "refund", _("Trả lại khoản đã thu không đúng")
    APOLOGISE = "apologise", _("Xin lỗi, chấn chỉnh cán bộ")
