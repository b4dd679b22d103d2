"""How allauth signs people in here."""
# mypy: allow-subclassing-any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.errors import SignInLocked
from nentang.foundation.portal.public import Refusal, refusal_page

KNOWN_PASSWORD = "identity.known_password"  # noqa: S105 - a name in the session
LOCKED = Refusal(
    _("Tạm khóa vì nhập sai nhiều lần"),
    _("Không nhớ mật khẩu thì đặt lại ngay bây giờ cũng được."),
    way_out=_("Đặt lại mật khẩu"),
    way_out_to="account_reset_password",
)


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up through allauth; a second factor at the door for officers."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Tài khoản này đã đóng."),
        "incorrect_password": _("Mật khẩu chưa đúng. Nhập lại."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Nhập lại."),
        "too_many_login_attempts": _("Nhập sai nhiều lần. Chờ 5 phút rồi thử lại."),
        "rate_limited": _("Thử quá nhiều lần. Chờ ít phút rồi làm lại."),
        "enter_current_password": _("Nhập mật khẩu hiện tại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People sign up on our page, officers are appointed."""
        return False

    def get_login_stages(self) -> list[str]:
        """Only the second factor, and only of officers; persons step up when a service asks."""
        return ["nentang.foundation.identity.adapters.login_stage.OfficerSecondFactor"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where to go after the second step; a password that everybody knows is to be changed first."""
        if request.session.get(KNOWN_PASSWORD):
            return str(ask_for_another_password(request).url)
        return str(super().get_login_redirect_url(request))


def ask_for_another_password(request: HttpRequest) -> HttpResponseRedirect:
    """To the page of a new password, once."""
    request.session.pop(KNOWN_PASSWORD, None)
    messages.warning(request, _("Mật khẩu này nhiều người biết hoặc dễ đoán. Đổi ngay bây giờ."))
    return HttpResponseRedirect(reverse("account_change_password"))


def client_address(request: HttpRequest) -> str:
    """Where the request comes from, as far as trusted proxies say, for limits; empty where none says."""
    try:
        return str(AccountAdapter(request).get_client_ip(request))
    except PermissionDenied:
        return ""


def tried_username(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Whose account somebody tries, before and after the form was read; for the lock-out."""
    tried = (credentials or {}).get("username") or request.POST.get("login", "")
    return tried.strip().lower()


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: object = None
) -> HttpResponse:
    """The page that says for how long nobody signs in under that name from that address."""
    wait = int(settings.AXES_COOLOFF_TIME.total_seconds())
    error = SignInLocked(wait=wait, limit=settings.AXES_FAILURE_LIMIT)
    return refusal_page(request, status=429, error=error, refusal=LOCKED)
