"""A real installation: refuses to start with anything left at its demo value."""

from . import security
from .base import *  # noqa: F403
from .encryption import is_encrypted_database, is_encrypted_web, is_here
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
for _name, _address in (
    ("DATABASE_URL", DATABASE_URL),  # noqa: F405 - where database says
    ("DATABASE_REPLICA_URL", DATABASE_REPLICA_URL),  # noqa: F405 - where database says
):
    if not is_encrypted_database(_address):
        raise SettingUnreadable(
            f"{_name} leads to another machine without TLS that checks who answers: add "
            "?sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt"
        )
for _name, _address in (
    ("NENTANG_BANK_URL", BANK_URL),  # noqa: F405 - where payments says
    ("NENTANG_CARD_URL", CARD_URL),  # noqa: F405 - where payments says
    ("NENTANG_TREASURY_URL", TREASURY_URL),  # noqa: F405 - where payments says
    ("NENTANG_SMS_URL", NOTIFICATIONS_SMS_URL),  # noqa: F405 - where notifications says
):
    if not is_encrypted_web(_address):
        raise SettingUnreadable(f"{_name} leads to another machine without TLS: write https://")
if not (is_here(EMAIL_HOST) or EMAIL_USE_TLS):  # noqa: F405 - where notifications says
    raise SettingUnreadable("NENTANG_EMAIL_HOST is another machine: set NENTANG_EMAIL_TLS=yes")
if not all(each.startswith("tls://") for each in AXIS_BUS):  # noqa: F405 - where exchange says
    raise SettingUnreadable("NENTANG_AXIS_BUS leads to a server without TLS: write tls://")
if security.DEBUG:
    raise SettingUnreadable("DEBUG must be off")
