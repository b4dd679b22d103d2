"""Ask a register of another body, over the data exchange network and without a node of one's own.

    python examples/ask_register.py --node https://127.0.0.1:8443 --ca ca.pem \\
      --certificate system.pem --key system.key --provider provider.pem \\
      --client H42.52/insurance --purpose dossier --matter BHYT-2020-0001 \\
      H42.50/population/confirm.v1 number=… full_name="Lê Thị Mẫu" birth_on=1994-03-08

Needs Python 3.11 and `cryptography`, nothing of Nền Tảng. Prints what was answered; 0: there is such a record,
4: nothing fits, 2: refused, 3: the answer is not from whom it says. How to get the files:
docs/how-to/connect-a-system.md.
"""

import argparse
import base64
import hashlib
import http.client
import json
import secrets
import ssl
import sys
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

SECONDS = 30


def main() -> int:
    """Send one call, check the answer's signature, say what it holds."""
    asked = _arguments()
    target = f"/r1/{asked.service}?{urlencode([tuple(each.split('=', 1)) for each in asked.said])}"
    headers, statement = _signed(asked, target)
    node = urlsplit(asked.node)
    line = http.client.HTTPSConnection(
        node.hostname or "", node.port, context=_tls(asked), timeout=SECONDS
    )
    line.request("GET", target, headers=headers)
    answer = line.getresponse()
    body = answer.read()
    if answer.status != http.HTTPStatus.OK:
        _say(json.loads(body))
        return 2
    if not _is_genuine(answer, body, statement, asked.provider):
        sys.stderr.write("the signature of the answer is not the provider's\n")
        return 3
    told = json.loads(body)
    _say(told)
    return 0 if told["records"] else 4


def _say(told: object) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Ask a register of another body.")
    for name in ("node", "client", "purpose"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("ca", "certificate", "key", "provider"):
        parser.add_argument(f"--{name}", required=True, type=Path, help="a PEM file")
    parser.add_argument("--matter", default="", help="for which matter of yours")
    parser.add_argument("--clock", type=Path, help="a demo's clock file, to live in its time")
    parser.add_argument("service")
    parser.add_argument("said", nargs="+", metavar="name=value")
    return parser.parse_args()


def _signed(asked: argparse.Namespace, target: str) -> tuple[dict[str, str], bytes]:
    """The headers of the call, and the bytes that are signed."""
    key = load_pem_private_key(asked.key.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise SystemExit("this example signs with Ed25519")
    now = str(int((time.time() + _moved(asked.clock)) * 1000))
    digest = _digest(b"")
    nonce = secrets.token_urlsafe(18)
    lines = ("nentang-exchange-1", "GET", target, asked.client, asked.purpose, asked.matter, "")
    statement = "\n".join((*lines, now, nonce, digest)).encode()
    headers = {
        "Exchange-Client": asked.client,
        "Exchange-Purpose": asked.purpose,
        "Exchange-Time": now,
        "Exchange-Nonce": nonce,
        "Exchange-Digest": digest,
        "Exchange-Key": _fingerprint(asked.certificate),
        "Exchange-Signature": base64.b64encode(key.sign(statement)).decode(),
    }
    return headers | ({"Exchange-Matter": asked.matter} if asked.matter else {}), statement


def _is_genuine(
    answer: http.client.HTTPResponse, body: bytes, statement: bytes, provider: Path
) -> bool:
    """Whether the provider's system signed just this answer to just this call."""

    def told(name: str) -> str:
        return answer.headers.get(f"Exchange-{name}", "")

    lines = (
        "nentang-exchange-answer-1",
        str(answer.status),
        answer.headers.get("content-type", ""),
        told("Grant"),
        told("Time"),
        _digest(body),
        hashlib.sha256(statement).hexdigest(),
    )
    key = x509.load_pem_x509_certificate(provider.read_bytes()).public_key()
    if told("Key") != _fingerprint(provider) or not isinstance(key, Ed25519PublicKey):
        return False
    try:
        key.verify(base64.b64decode(told("Signature")), "\n".join(lines).encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _tls(asked: argparse.Namespace) -> ssl.SSLContext:
    """Mutual TLS within the network's own authority; who answers is known by the signature, not by a host name."""
    context = ssl.create_default_context(cafile=str(asked.ca))
    context.check_hostname = False
    context.load_cert_chain(asked.certificate, asked.key)
    if asked.clock:  # certificates of a demo's time
        context.verify_flags |= 0x200000
    return context


def _digest(body: bytes) -> str:
    return "sha-256=" + base64.b64encode(hashlib.sha256(body).digest()).decode()


def _fingerprint(file: Path) -> str:
    certificate = x509.load_pem_x509_certificate(file.read_bytes())
    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def _moved(clock: Path | None) -> float:
    return float(json.loads(clock.read_text())["offset_seconds"]) if clock else 0.0


if __name__ == "__main__":
    sys.exit(main())
