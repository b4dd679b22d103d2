"""Payment gateways and the treasury."""

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
CARD_URL = environment.text(
    "NENTANG_CARD_URL",
    f"{BANK_URL}/the",
    "Address of the card gateway; empty: cards are not taken",
).rstrip("/")
CARD_KEY = (
    environment.text(
        "NENTANG_CARD_KEY",
        "",
        "Secret shared with the card gateway; empty: derived from NENTANG_SECRET_KEY",
    )
    or hmac.new(SECRET_KEY.encode(), b"card", hashlib.sha256).hexdigest()
)
TREASURY_URL = environment.text(
    "NENTANG_TREASURY_URL",
    f"{BANK_URL}/kho-bac",
    "Address of the State Treasury's statements; empty: nothing is compared with the treasury",
).rstrip("/")
TREASURY_KEY = (
    environment.text(
        "NENTANG_TREASURY_KEY",
        "",
        "Secret shared with the treasury; empty: derived from NENTANG_SECRET_KEY",
    )
    or hmac.new(SECRET_KEY.encode(), b"treasury", hashlib.sha256).hexdigest()
)
BANK_PUBLIC_KEY = environment.text(
    "NENTANG_BANK_PUBLIC_KEY",
    "",
    "The bank's Ed25519 public key in PEM; set, its messages must be signed with it",
)
