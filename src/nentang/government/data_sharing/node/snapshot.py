"""Members, certificates, services and grants in one signed file, with which a node lives alone for a day.

First line: the authority's Ed25519 signature in base64. All else: the JSON that it signs.
"""

import base64
import binascii
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from nentang.kernel.frozen import Frozen

from .keys import Checker, checker_of, public_key_of

GOOD_FOR_MS = 24 * 3600 * 1000


class CertificateInfo(Frozen):
    """A registered certificate: of a subsystem, or (with an empty `subsystem`) of a member's node."""

    fingerprint: str
    member: str
    subsystem: str
    pem: str
    not_before_ms: int
    not_after_ms: int
    is_revoked: bool = False


class ServiceInfo(Frozen):
    """A service: where in the answer the rows are, and how a call says whose data it asks for.

    `rows_at` names the key that holds a list of rows ("" where the answer is one row). `subject` is
    `query:<name>`, `body:<key>`, `path:<number of the part>`, or "" where it is about nobody.
    """

    id: str
    member: str
    methods: tuple[str, ...] = ("GET",)
    rows_at: str = ""
    envelope: tuple[str, ...] = ()
    subject: str = ""


class GrantInfo(Frozen):
    """What a client may have of a service, for which purpose, from when to when. No fields: all of it."""

    code: str
    client: str
    service: str
    purpose: str
    fields: tuple[str, ...] = ()
    rows: dict[str, tuple[str, ...]] = {}
    from_ms: int = 0
    until_ms: int = 2**53
    is_revoked: bool = False
    rate_per_minute: int = 6000


class Content(Frozen):
    """All that a node must know."""

    number: int
    made_at_ms: int
    nodes: dict[str, str]
    clients: tuple[str, ...]
    certificates: tuple[CertificateInfo, ...]
    services: tuple[ServiceInfo, ...]
    grants: tuple[GrantInfo, ...]


class SnapshotNotGenuine(ValueError):
    """Not signed by the authority, or not a snapshot."""


class Snapshot:
    """The content, arranged for looking up; never changed, only replaced as a whole."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.good_until_ms = content.made_at_ms + GOOD_FOR_MS
        self.nodes: Mapping[str, str] = content.nodes
        self.clients = frozenset(content.clients)
        self.certificates = {each.fingerprint: each for each in content.certificates}
        self.keys: dict[str, Checker] = {
            each.fingerprint: checker_of(
                public_key_of(x509.load_pem_x509_certificate(each.pem.encode()))
            )
            for each in content.certificates
        }
        self.services = {each.id: each for each in content.services}
        self.grants: dict[tuple[str, str], list[GrantInfo]] = {}
        for grant in content.grants:
            self.grants.setdefault((grant.client, grant.service), []).append(grant)


def seal_snapshot(content: Content, key: Ed25519PrivateKey) -> bytes:
    """The bytes of the file."""
    body = msgspec.json.encode(content)
    return base64.b64encode(key.sign(body)) + b"\n" + body


def read_snapshot(data: bytes, authority: Ed25519PublicKey) -> Snapshot:
    """The snapshot; SnapshotNotGenuine."""
    signature, _, body = data.partition(b"\n")
    try:
        authority.verify(base64.b64decode(signature, validate=True), body)
        return Snapshot(msgspec.json.decode(body, type=Content))
    except (InvalidSignature, binascii.Error, msgspec.DecodeError, ValueError) as fault:
        raise SnapshotNotGenuine(str(fault) or type(fault).__name__) from fault


def write_whole(file: Path, data: bytes) -> None:
    """Put the file in place at once: who reads it sees the old one or the new one, and it outlives a crash."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    with beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)
