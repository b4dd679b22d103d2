"""Files and signatures."""

from . import environment
from .identity import DEMO

DOCUMENTS_SYNCED = environment.flag(
    "NENTANG_SYNC_FILES",
    not DEMO,
    "A file is on the disk before anybody hears that it is kept; a demo is rather played again",
)
DOCUMENTS_MAX_BYTES = environment.number(
    "NENTANG_UPLOAD_BYTES", 10 * 1024 * 1024, "Largest file that people may upload, in bytes"
)
DOCUMENTS_MAX_BYTES_A_DAY = environment.number(
    "NENTANG_UPLOAD_BYTES_A_DAY",
    200 * 1024 * 1024,
    "What one person may upload within 24 hours, in bytes; officers twenty times as much",
)
DOCUMENTS_CLAMAV = environment.text(
    "NENTANG_CLAMAV", "", "host:port of a ClamAV daemon; empty: files are kept as unscanned"
)
DOCUMENTS_TEXT_READER = environment.text(
    "NENTANG_TEXT_READER",
    "",
    "Command that reads an image on its input and writes words with places as tab-separated lines, "
    "for instance `tesseract stdin stdout -l vie tsv`; empty: no text is read from photographs",
)
DOCUMENTS_TSA_URL = environment.text(
    "NENTANG_TSA_URL",
    "",
    "Time-stamping authority (RFC 3161) for signatures; empty: without time-stamp",
)
DOCUMENTS_PKCS11_MODULE = environment.text(
    "NENTANG_PKCS11_MODULE", "", "PKCS#11 library of the signing token; empty: encrypted key files"
)
DOCUMENTS_PKCS11_TOKEN = environment.text("NENTANG_PKCS11_TOKEN", "", "Label of the signing token")
DOCUMENTS_PKCS11_PIN = environment.text("NENTANG_PKCS11_PIN", "", "PIN of the signing token")
