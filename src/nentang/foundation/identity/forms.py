"""What people type: allauth's forms in our words, and our own."""
# mypy: allow-subclassing-any

from collections.abc import Sequence
from datetime import date
from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from .registry import roles

_LABELS = {
    "login": _("Tên đăng nhập hoặc số định danh cá nhân"),
    "password": _("Mật khẩu"),
    "oldpassword": _("Mật khẩu hiện tại"),
    "password1": _("Mật khẩu mới"),
    "password2": _("Nhập lại mật khẩu mới"),
    "email": _("Thư điện tử đã khai với cơ quan"),
    "code": _("Mã 6 chữ số trong ứng dụng, hoặc một mã dự phòng"),
    "name": _("Tên để nhận ra khóa này"),
    "passwordless": _("Dùng khóa này để đăng nhập không cần mật khẩu"),
}


class OurWords:
    """Labels in our words above the fields, no placeholder in them, no help in English."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = _LABELS.get(name, field.label)
            field.help_text = ""
            field.widget.attrs.pop("placeholder", None)


class SignInForm(OurWords, LoginForm):
    """Username and password."""


class PasswordAgainForm(OurWords, ReauthenticateForm):
    """The password once more, before something delicate."""


class NewPasswordForm(OurWords, ChangePasswordForm):
    """Old and new password."""


class FirstPasswordForm(OurWords, SetPasswordForm):
    """A password for an account that has none."""


class ForgottenPasswordForm(OurWords, ResetPasswordForm):
    """Where to send the letter."""


class PasswordByLetterForm(OurWords, ResetPasswordKeyForm):
    """A new password by the link in the letter."""


class OneTimeCodeForm(OurWords, AuthenticateForm):
    """The second step of signing in."""


class OneTimeCodeAgainForm(OurWords, CodeAgainForm):
    """The second factor in a session under way."""


class AppForm(OurWords, ActivateTOTPForm):
    """The first code of a new authenticator app."""


class AddPasskeyForm(OurWords, AddWebAuthnForm):
    """A new passkey and its name."""


class RenamePasskeyForm(OurWords, EditWebAuthnForm):
    """Another name for a passkey."""


def _day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SignUpForm(forms.Form):
    """Who somebody is, as on their card, and a password."""

    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    personal_number = forms.CharField(
        label=_("Số định danh cá nhân"),
        help_text=_("12 chữ số trên thẻ căn cước"),
        max_length=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    birth_on = forms.DateField(label=_("Ngày sinh"), widget=_day_input())
    phone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        help_text=_("Ít nhất 10 ký tự. Một câu dài dễ nhớ là tốt nhất."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class MandateForm(forms.Form):
    """Whom somebody lets act for them, for what, until when."""

    agent_number = forms.CharField(label=_("Số định danh của người làm thay"), max_length=15)
    agent_name = forms.CharField(label=_("Họ và tên người đó"), max_length=120)
    scope = forms.ChoiceField(
        label=_("Được làm gì"),
        choices=[("services.", _("Chỉ nộp và theo dõi hồ sơ")), ("", _("Mọi việc trên cổng"))],
        initial="services.",
        required=False,
    )
    valid_to = forms.DateField(label=_("Đến hết trước ngày"), widget=_day_input())
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, initial=_("Tôi ủy quyền trên cổng này")
    )


class VerifyForm(forms.Form):
    """Whom an officer has in front of them, and what was compared."""

    number = forms.CharField(label=_("Số định danh cá nhân trên thẻ"), max_length=15)
    full_name = forms.CharField(label=_("Họ và tên trên thẻ"), max_length=120)
    basis = forms.CharField(
        label=_("Đã đối chiếu"), max_length=200, initial=_("Thẻ căn cước và gương mặt")
    )


class AppointmentForm(forms.Form):
    """Who works where, as what, from when."""

    account = forms.CharField(label=_("Tên đăng nhập hoặc số định danh"), max_length=150)
    role = forms.ChoiceField(label=_("Vai trò"))
    organization = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int)
    valid_from = forms.DateField(label=_("Từ ngày"), widget=_day_input())
    valid_to = forms.DateField(label=_("Đến hết trước ngày"), required=False, widget=_day_input())

    def __init__(
        self, *args: Any, organizations: Sequence[tuple[int, str]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.name, role.title) for role in roles()]  # type: ignore[attr-defined] # a ChoiceField
        self.fields["organization"].choices = organizations  # type: ignore[attr-defined] # a ChoiceField
        self.fields["valid_from"].initial = today
