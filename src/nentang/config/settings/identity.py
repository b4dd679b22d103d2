"""Sign-in: allauth, axes, the OpenID Connect provider."""

from datetime import timedelta

from . import environment
from .storage import KEYS_FOLDER

DEMO = environment.flag(
    "NENTANG_DEMO", False, "Shows invented people with one-click sign-in; never on real data"
)
OIDC_KEY_FILE = environment.folder(
    "NENTANG_OIDC_KEY", KEYS_FOLDER / "oidc.pem", "Encrypted key that signs OpenID Connect tokens"
)
TRUSTED_PROXIES = environment.number(
    "NENTANG_TRUSTED_PROXIES", 0, "How many proxies in front add to X-Forwarded-For"
)

AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# Rate limits, used one-time codes and OpenID codes must be known to every worker.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "identity_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "nentang.foundation.identity.adapters.account.tried_username"
AXES_SENSITIVE_PARAMETERS = ["login", "username", "ip_address"]
AXES_LOCKOUT_CALLABLE = "nentang.foundation.identity.adapters.account.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_NEVER_LOCKOUT_GET = True
AXES_CLIENT_IP_CALLABLE = "nentang.foundation.identity.adapters.account.client_address"

ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
ACCOUNT_ADAPTER = "nentang.foundation.identity.adapters.account.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
PASSWORD_RESET_TIMEOUT = 10 * 60  # a letter holds as long as it takes to open it
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,6/5m/key", "signup": "10/m/ip"}
_FORMS = "nentang.foundation.identity.forms."
ACCOUNT_FORMS = {
    "login": _FORMS + "passwords.SignInForm",
    "reauthenticate": _FORMS + "passwords.PasswordAgainForm",
    "change_password": _FORMS + "passwords.NewPasswordForm",
    "set_password": _FORMS + "passwords.FirstPasswordForm",
    "reset_password": _FORMS + "passwords.ForgottenPasswordForm",
    "reset_password_from_key": _FORMS + "passwords.PasswordByLetterForm",
}

MFA_ADAPTER = "nentang.foundation.identity.adapters.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Nền Tảng"
MFA_FORMS = {
    "authenticate": _FORMS + "second_factors.OneTimeCodeForm",
    "reauthenticate": _FORMS + "second_factors.OneTimeCodeAgainForm",
    "activate_totp": _FORMS + "second_factors.AppForm",
    "add_webauthn": _FORMS + "second_factors.AddPasskeyForm",
    "edit_webauthn": _FORMS + "second_factors.RenamePasskeyForm",
}

IDP_OIDC_ADAPTER = "nentang.foundation.identity.adapters.oidc.OpenIdAdapter"
IDP_OIDC_ACCESS_TOKEN_EXPIRES_IN = 15 * 60
IDP_OIDC_REFRESH_TOKEN_EXPIRES_IN = 30 * 24 * 3600
