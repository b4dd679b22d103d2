"""Secrets, hosts, cookies, content security policy."""

from csp.constants import NONCE, NONE, SELF

from . import environment
from .documents import DOCUMENTS_MAX_BYTES

DEFAULT_SECRET = "not-a-secret-only-for-a-demo-on-this-machine"  # noqa: S105 - production refuses it
SECRET_KEY = environment.text(
    "NENTANG_SECRET_KEY", DEFAULT_SECRET, "Secret of sessions, tokens and key files"
)
SECRET_KEY_FALLBACKS = environment.words(
    "NENTANG_SECRET_KEYS_BEFORE",
    "",
    "Former secrets, until `nentang rekey` has run; commas between",
)
PEPPERS = [
    environment.text(
        "NENTANG_PEPPER",
        "",
        "Secret that passwords are hashed with, kept apart from the database; empty: derived from the secret",
    ),
    *environment.words(
        "NENTANG_PEPPERS_BEFORE", "", "Former peppers, for those who have not signed in since"
    ),
]
DEBUG = False
ALLOWED_HOSTS = environment.words(
    "NENTANG_HOSTS", "127.0.0.1,localhost,[::1]", "Host names this installation answers to"
)
BASE_URL = environment.text(
    "NENTANG_BASE_URL",
    "http://127.0.0.1:8000",
    "Address under which people reach it; stands in QR codes and e-mails",
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SESSION_ENGINE = "nentang.foundation.identity.adapters.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "phien"
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_NAME = "csrf"
CSRF_FAILURE_VIEW = "nentang.foundation.portal.views.refused_form"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
REQUEST_MAX_BYTES = 10 * DOCUMENTS_MAX_BYTES + DATA_UPLOAD_MAX_MEMORY_SIZE
REQUEST_MAX_BYTES_OF_STRANGERS = 20 * 1024 * 1024 + DATA_UPLOAD_MAX_MEMORY_SIZE  # a copy to compare
PASSWORD_HASHERS = [
    "nentang.foundation.identity.adapters.peppered.PepperedHasher",
    "django.contrib.auth.hashers.Argon2PasswordHasher",  # of before; hashed anew at the next sign-in
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "nentang.foundation.identity.adapters.password_length.NotEndless"},
]
