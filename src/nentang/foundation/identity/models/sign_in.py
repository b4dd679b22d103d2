"""The trace of each sign-in, for the person to see."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.enums import SignInMethod
from nentang.kernel.personal_data import PersonalField


class SignIn(models.Model):
    """That somebody signed in, or failed to; no address is kept."""

    account = models.ForeignKey(
        "identity.Account", on_delete=models.CASCADE, related_name="sign_ins"
    )
    at = models.DateTimeField()
    how = models.CharField(max_length=20, choices=SignInMethod.choices)
    client = models.CharField(max_length=100, blank=True)
    success = models.BooleanField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "at": PersonalField(
            purpose="Để người dùng nhận ra lần đăng nhập lạ",
            legal_basis="Nghị định 69/2024/NĐ-CP",
            keep_days=365,
        )
    }

    class Meta:
        verbose_name = _("lần đăng nhập")
        indexes = [
            models.Index(fields=["account", "-id"], name="sign_in_of_account"),
            models.Index(fields=["at"], condition=models.Q(success=False), name="sign_in_failed"),
        ]
