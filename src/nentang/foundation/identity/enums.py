"""The closed lists of identity."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """As civil status records it."""

    MALE = "male", _("Nam")
    FEMALE = "female", _("Nữ")
    UNKNOWN = "unknown", _("Chưa xác định")


class Assurance(models.IntegerChoices):
    """e-ID level (Decree 69/2024/NĐ-CP): how surely the person is known."""

    ONE = 1, _("Mức độ 1")
    TWO = 2, _("Mức độ 2")


class MandateKind(models.TextChoices):
    """On what footing somebody acts for another."""

    PARENT = "parent", _("Cha, mẹ làm thay con")
    GUARDIAN = "guardian", _("Người giám hộ")
    COMPANY = "company", _("Người đại diện của tổ chức")
    PROXY = "proxy", _("Người được ủy quyền")
    COUNTER = "counter", _("Cán bộ làm thay tại quầy")


class SignInChange(models.TextChoices):
    """What changed about how somebody signs in, or was tried."""

    PASSWORD = "password", _("Mật khẩu đã đổi")
    CODES_ADDED = "codes_added", _("Mã dùng một lần đã bật")
    CODES_REMOVED = "codes_removed", _("Mã dùng một lần đã tắt")
    PASSKEY_ADDED = "passkey_added", _("Khóa truy cập đã thêm")
    PASSKEY_REMOVED = "passkey_removed", _("Khóa truy cập đã bỏ")
    RECOVERY_CODES = "recovery_codes", _("Mã dự phòng đã tạo mới")
    FACTORS_RESET = "factors_reset", _("Cách xác nhận đã được bỏ tại quầy")
    CODE_TRIED_AGAIN = "code_tried_again", _("Có người nhập lại mã đã dùng")


class SignInMethod(models.TextChoices):
    """How somebody proved who they are."""

    PASSWORD = "password", _("Mật khẩu")
    ONE_TIME_CODE = "totp", _("Mã dùng một lần")
    PASSKEY = "webauthn", _("Khóa truy cập")
    RECOVERY_CODE = "recovery_codes", _("Mã dự phòng")
    DEMO = "demo", _("Đăng nhập thử")
    PROGRAM = "program", _("Chương trình khác")
