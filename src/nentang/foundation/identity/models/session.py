"""A browser in which somebody is signed in."""

from typing import ClassVar

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import PersonalField

_OPEN = PersonalField(
    purpose="Để người dùng thấy và kết thúc phiên đăng nhập của mình",
    legal_basis="Nghị định 69/2024/NĐ-CP",
    keep_days=0,
)


class Session(AbstractBaseSession):
    """What a browser's cookie opens. Only a hash of the cookie is kept: no copy of the base opens a session."""

    account = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.CASCADE, related_name="sessions"
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"account": _OPEN, "session_data": _OPEN}

    class Meta:
        verbose_name = _("phiên đăng nhập")

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        """What reads the content: the same for every store of a base."""
        return SessionStore
