"""allauth's forms about codes and passkeys, in our words."""
# mypy: allow-subclassing-any

from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

from .words import OurWords


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
