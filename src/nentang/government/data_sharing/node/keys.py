"""Keys and certificates of the exchange: Ed25519, RSA and P-256, signatures one by one or for a batch.

A batch is a Merkle tree (RFC 6962 prefixes): one signature over its root, and with each statement the way up.
The algorithm follows from the registered certificate, never from the message.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.ec import (
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

PrivateKey = Ed25519PrivateKey | RSAPrivateKey | EllipticCurvePrivateKey
PublicKey = Ed25519PublicKey | RSAPublicKey | EllipticCurvePublicKey

Checker = Callable[[bytes, bytes], None]
_PADDING, _SHA256 = padding.PKCS1v15(), hashes.SHA256()
_ECDSA = ec.ECDSA(hashes.SHA256())
BATCH = "batch:"
BATCH_ROOT = b"nentang-exchange-batch-1\n"
LONGEST_PATH = 16
REMEMBERED = 4096


def load_key(file: Path) -> PrivateKey:
    """The private key in a PEM file without a password; ValueError for kinds that nobody here signs with."""
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey | RSAPrivateKey | EllipticCurvePrivateKey):
        raise ValueError(f"{file}: not an Ed25519, RSA or P-256 key")
    return key


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, as the register names it."""
    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def public_key_of(certificate: x509.Certificate) -> PublicKey:
    """Its key; ValueError for a kind or size that the exchange does not take."""
    return _taken(certificate.public_key())


def public_key_of_request(request: x509.CertificateSigningRequest) -> PublicKey:
    """The key of a PKCS#10 request that its owner signed; ValueError."""
    if not request.is_signature_valid:
        raise ValueError("the request is not signed with its own key")
    return _taken(request.public_key())


def _taken(key: object) -> PublicKey:
    if isinstance(key, RSAPublicKey) and key.key_size >= 2048:
        return key
    if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    if isinstance(key, Ed25519PublicKey):
        return key
    raise ValueError("the exchange takes Ed25519, P-256 and RSA from 2048 bits")


def sign(key: PrivateKey, message: bytes) -> bytes:
    """The signature with the key's own algorithm."""
    return signature_of(key)(message)


def is_signed(check: Checker, signature: bytes, message: bytes) -> bool:
    """Whether the signature fits."""
    try:
        check(signature, message)
    except InvalidSignature:
        return False
    return True


def checker_of(key: PublicKey) -> Checker:
    """The key's own way to check, chosen once: what `isinstance` asks is dear on every call."""
    if isinstance(key, Ed25519PublicKey):
        return key.verify
    if isinstance(key, RSAPublicKey):
        return lambda signature, message: key.verify(signature, message, _PADDING, _SHA256)
    return lambda signature, message: key.verify(signature, message, _ECDSA)


def signature_of(key: PrivateKey) -> Callable[[bytes], bytes]:
    """The key's own way to sign, chosen once."""
    if isinstance(key, Ed25519PrivateKey):
        return key.sign
    if isinstance(key, RSAPrivateKey):
        return lambda message: key.sign(message, _PADDING, _SHA256)
    return lambda message: key.sign(message, _ECDSA)


def sign_one(key: PrivateKey, statement: bytes) -> str:
    """The header's value for one statement."""
    return base64.b64encode(sign(key, statement)).decode()


def sign_batch(key: PrivateKey, statements: Sequence[bytes]) -> list[str]:
    """The header's values for statements signed together, in their order."""
    levels = _levels([_leaf(each) for each in statements])
    signature = base64.b64encode(sign(key, BATCH_ROOT + levels[-1][0])).decode()
    return [
        f"{BATCH}{index}:{base64.b64encode(b''.join(_path(levels, index))).decode()}:{signature}"
        for index in range(len(statements))
    ]


class Verifier:
    """Checks signatures, and remembers the roots of batches that it has checked."""

    def __init__(self) -> None:
        self._roots: dict[tuple[str, bytes, bytes], bool] = {}

    def fits(self, fingerprint: str, check: Checker, value: str, statement: bytes) -> bool:
        """Whether the header's value was made with that key over the statement."""
        try:
            if not value.startswith(BATCH):
                return is_signed(check, base64.b64decode(value, validate=True), statement)
            index, path, signature = value[len(BATCH) :].split(":")
            root = _root(_leaf(statement), int(index), base64.b64decode(path, validate=True))
            signed = base64.b64decode(signature, validate=True)
        except (ValueError, binascii.Error):
            return False
        return self._fits_root(fingerprint, check, root, signed)

    def _fits_root(self, fingerprint: str, check: Checker, root: bytes, signature: bytes) -> bool:
        known = (fingerprint, root, signature)
        if known in self._roots:
            return True
        if not is_signed(check, signature, BATCH_ROOT + root):
            return False
        if len(self._roots) >= REMEMBERED:
            self._roots.pop(next(iter(self._roots)))
        self._roots[known] = True
        return True


def _leaf(statement: bytes) -> bytes:
    return hashlib.sha256(b"\0" + statement).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def _levels(leaves: list[bytes]) -> list[list[bytes]]:
    """From the leaves to the root; one that has no neighbour goes up paired with itself."""
    levels = [leaves]
    while len(levels[-1]) > 1:
        row = levels[-1]
        pairs = [*row, row[-1]] if len(row) % 2 else row
        levels.append([_node(pairs[i], pairs[i + 1]) for i in range(0, len(pairs), 2)])
    return levels


def _path(levels: list[list[bytes]], index: int) -> list[bytes]:
    path = []
    for row in levels[:-1]:
        beside = index ^ 1
        path.append(row[beside] if beside < len(row) else row[index])
        index >>= 1
    return path


def _root(leaf: bytes, index: int, path: bytes) -> bytes:
    if len(path) % 32 or len(path) > 32 * LONGEST_PATH or not 0 <= index < 2**LONGEST_PATH:
        raise ValueError("not a path")
    for at in range(0, len(path), 32):
        beside = path[at : at + 32]
        leaf = _node(beside, leaf) if index & 1 else _node(leaf, beside)
        index >>= 1
    return leaf
