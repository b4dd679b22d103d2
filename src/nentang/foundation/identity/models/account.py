"""What somebody signs in with."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.enums import Assurance
from nentang.kernel.personal_data import PersonalField

_SIGN_IN = PersonalField(purpose="Đăng nhập", legal_basis="Nghị định 69/2024/NĐ-CP", keep_days=None)


class Account(AbstractBaseUser):
    """An account of a person, or of a program where `person` is empty.

    `assurance_max` is the e-ID level verified for the person; a session reaches it only with a
    second factor.
    """

    username = models.CharField(_("Tên đăng nhập"), max_length=150, unique=True)
    password = models.CharField(_("Mật khẩu"), max_length=256)  # a peppered hash has 135 letters
    email = models.EmailField(_("Thư điện tử"), blank=True)
    person = models.OneToOneField(
        "identity.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="account"
    )
    assurance_max = models.PositiveSmallIntegerField(
        _("Mức độ định danh"), choices=Assurance.choices, default=Assurance.ONE
    )
    assurance_basis = models.CharField(_("Đã đối chiếu"), max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField()

    objects = BaseUserManager["Account"]()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = dict.fromkeys(
        ("username", "email", "password", "last_login", "assurance_basis"), _SIGN_IN
    )

    class Meta:
        verbose_name = _("tài khoản")

    @property
    def display_name(self) -> str:
        """The person's name, or the account's for a program."""
        return self.person.full_name if self.person else self.username
