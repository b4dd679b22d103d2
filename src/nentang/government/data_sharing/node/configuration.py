"""A node's configuration: one TOML file, read once."""

import ssl
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from nentang.kernel.frozen import Frozen

from .keys import PrivateKey, fingerprint_of, load_key

NO_CHECK_TIME = 0x200000  # OpenSSL: the gate looks at the days, and says what is wrong with them


class Unconfigured(ValueError):
    """The file cannot be used; the text says what would be right."""


class OwnSystem(Frozen):
    """A subsystem of this body: its certificate and key, the token with which it calls its node."""

    certificate: Path
    key: Path
    token: str = ""


class Upstream(Frozen):
    """Where a service of this body lives, and what its node says there beside the call."""

    url: str
    headers: dict[str, str] = {}
    seconds: float = 30.0


class Stamping(Frozen):
    """A time-stamping authority (RFC 3161), and how often the log is stamped."""

    url: str
    roots: Path
    every: float = 60.0


class Configuration(Frozen):
    """All of it. `listen` is for other nodes and systems over TLS, `local` for this body's own systems."""

    member: str
    listen: str
    snapshot: str
    authority: Path
    ca: Path
    certificate: Path
    key: Path
    log: Path
    local: str = ""
    watch: str = ""
    systems: dict[str, OwnSystem] = {}
    services: dict[str, Upstream] = {}
    stamping: Stamping | None = None
    signs_in_batches: bool = False
    most_connections: int = 2000
    most_body: int = 2 * 1024**3


class Identity(Frozen):
    """A key with the fingerprint of its certificate."""

    key: PrivateKey
    fingerprint: str


def read_configuration(file: Path) -> Configuration:
    """The file's content, its paths beside it; Unconfigured."""
    try:
        found = msgspec.toml.decode(file.read_bytes(), type=Configuration, dec_hook=_path)
    except OSError as fault:
        raise Unconfigured(f"{file}: {fault.strerror}") from fault
    except (msgspec.DecodeError, msgspec.ValidationError) as fault:
        raise Unconfigured(f"{file}: {fault}") from fault
    beside = file.resolve().parent
    rooted: Configuration = _rooted(found, beside)
    return rooted


def address(text: str) -> tuple[str, int]:
    """`127.0.0.1:8443` in its two parts."""
    host, _, port = text.rpartition(":")
    if not (host and port.isdecimal()):
        raise Unconfigured(f"{text}: write an address and a port, 0.0.0.0:8443")
    return host.strip("[]"), int(port)


def identity_of(certificate: Path, key: Path) -> Identity:
    """Key and certificate, which must belong together; Unconfigured."""
    try:
        loaded = x509.load_pem_x509_certificate(certificate.read_bytes())
        private = load_key(key)
    except (OSError, ValueError, TypeError) as fault:
        raise Unconfigured(f"{certificate}, {key}: {fault}") from fault
    if loaded.public_key() != private.public_key():
        raise Unconfigured(f"{key} is not the key of {certificate}")
    return Identity(private, fingerprint_of(loaded))


def authority_of(file: Path) -> Ed25519PublicKey:
    """The key that signs snapshots; Unconfigured."""
    try:
        key = load_pem_public_key(file.read_bytes())
    except (OSError, ValueError) as fault:
        raise Unconfigured(f"{file}: {fault}") from fault
    if not isinstance(key, Ed25519PublicKey):
        raise Unconfigured(f"{file}: not an Ed25519 public key")
    return key


def server_context(configuration: Configuration) -> ssl.SSLContext:
    """TLS for those who call: whoever shows no certificate, or an old one, is told so in words."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_OPTIONAL
    return _loaded(context, configuration)


def client_context(configuration: Configuration) -> ssl.SSLContext:
    """TLS to other nodes, known by their registered certificates and not by host names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    return _loaded(context, configuration)


def _loaded(context: ssl.SSLContext, configuration: Configuration) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= NO_CHECK_TIME
    try:
        context.load_cert_chain(configuration.certificate, configuration.key)
        context.load_verify_locations(configuration.ca)
    except OSError as fault:
        raise Unconfigured(f"{configuration.certificate}, {configuration.ca}: {fault}") from fault
    return context


def _path(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError


def _rooted(value: Any, beside: Path) -> Any:
    """Relative paths stand beside the file."""
    if isinstance(value, Path):
        return beside / value
    if isinstance(value, dict):
        return {name: _rooted(each, beside) for name, each in value.items()}
    if isinstance(value, Frozen):
        names = value.__struct_fields__
        return type(value)(**{name: _rooted(getattr(value, name), beside) for name in names})
    return value
