"""Words of registers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """Why a version was written."""

    ENTRY = "entry", _("Ghi lần đầu")
    CHANGE = "change", _("Thay đổi")
    CORRECTION = "correction", _("Cải chính")


class BasisKind(models.TextChoices):
    """What stands behind a version."""

    CASE = "case", _("Hồ sơ")
    DOCUMENT = "document", _("Văn bản")
    BOOK = "book", _("Sổ giấy")
    IMPORT = "import", _("Nhập hàng loạt")
    REGISTER = "register", _("Cơ sở dữ liệu khác")


class PairState(models.TextChoices):
    """What became of two records that may be one."""

    OPEN = "open", _("Chờ xem")
    SAME = "same", _("Là một, đã gộp")
    DIFFERENT = "different", _("Khác nhau")


class RunState(models.TextChoices):
    """Where an import stands."""

    RUNNING = "running", _("Đang nhập")
    DONE = "done", _("Đã nhập xong")
    REFUSED = "refused", _("Không đọc được tệp")
