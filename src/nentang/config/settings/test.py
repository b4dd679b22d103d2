"""Fast and closed: weak hashes, files in a temporary folder."""

import os
import tempfile

FOLDER = os.environ.setdefault("NENTANG_VAR", tempfile.mkdtemp(prefix="nentang-test-"))
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
if WORKER not in FOLDER:  # files of their own: two databases number alike what stands in them
    os.environ["NENTANG_VAR"] = f"{FOLDER}/{WORKER}"

from .base import *  # noqa: E402, F403 - the folder is named first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - whitenoise warns of a missing folder
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405 - no idle connection keeps a test's base from going
BANK_URL = "http://127.0.0.1:9"  # nobody listens: tests that need a bank open one
CARD_URL = TREASURY_URL = ""
LOGGING["handlers"], LOGGING["root"] = {}, {"level": "WARNING"}  # noqa: F405 - pytest keeps what is logged; a stream of ours it would close
