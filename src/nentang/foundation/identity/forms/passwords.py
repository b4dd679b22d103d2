"""allauth's forms about passwords, in our words."""
# mypy: allow-subclassing-any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)

from .words import OurWords


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
