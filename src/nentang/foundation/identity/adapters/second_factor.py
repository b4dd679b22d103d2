"""How allauth keeps one-time codes and passkeys here."""
# mypy: allow-subclassing-any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.models import Account

from .sealing import seal, unseal

_PURPOSE = "mfa.secret"


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets are sealed at rest; keys get names that people understand."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Mã chưa đúng hoặc đã dùng. Chờ mã mới trong ứng dụng rồi nhập lại."),
        "cannot_delete_authenticator": _("Không bỏ được cách xác nhận này."),
        "cannot_generate_recovery_codes": _("Bật mã dùng một lần trước, rồi mới tạo mã dự phòng."),
    }

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return seal(text, _PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret as it is used."""
        return unseal(encrypted_text, _PURPOSE)

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:
        """`Khóa 2` for the second key."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Khóa %(number)s") % {"number": held + 1}

    def _get_site_name(self) -> str:
        return gettext("Nền Tảng")
