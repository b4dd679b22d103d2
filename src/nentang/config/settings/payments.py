"""The bank's payment gateway."""

import hashlib
import hmac

from . import environment
from .security import SECRET_KEY

BANK_URL = environment.text(
    "NENTANG_BANK_URL", "http://127.0.0.1:8077", "Address of the bank's payment gateway"
).rstrip("/")
BANK_KEY = (
    environment.text(
        "NENTANG_BANK_KEY",
        "",
        "Secret shared with the bank; empty: derived from NENTANG_SECRET_KEY",
    )
    or hmac.new(SECRET_KEY.encode(), b"bank", hashlib.sha256).hexdigest()
)
BANK_PUBLIC_KEY = environment.text(
    "NENTANG_BANK_PUBLIC_KEY",
    "",
    "The bank's Ed25519 public key in PEM; set, its messages must be signed with it",
)
