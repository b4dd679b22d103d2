"""A real installation: refuses to start with anything left at its demo value."""

from . import security
from .base import *  # noqa: F403
from .environment import SettingUnreadable

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-phien", "__Host-csrf"  # no other host may set them
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

if security.SECRET_KEY == security.DEFAULT_SECRET or len(security.SECRET_KEY) < 50:
    raise SettingUnreadable(
        "NENTANG_SECRET_KEY is the demo's or shorter than 50 characters. Make one: "
        "python -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
if not security.ALLOWED_HOSTS or "*" in security.ALLOWED_HOSTS:
    raise SettingUnreadable("NENTANG_HOSTS must list the host names, without *")
if security.DEBUG:
    raise SettingUnreadable("DEBUG must be off")
