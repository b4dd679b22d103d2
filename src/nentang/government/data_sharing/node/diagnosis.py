"""Why a connection does not work, step by step, in words for whoever runs the node."""

import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from nentang.kernel.frozen import Frozen

from .configuration import (
    Configuration,
    Unconfigured,
    authority_of,
    client_context,
    identity_of,
    server_context,
)
from .descriptors import room_for, too_few
from .keys import fingerprint_of
from .snapshot import Snapshot, SnapshotNotGenuine, read_snapshot

SECONDS = 5.0
SOON_MS = 30 * 24 * 3600 * 1000
LATE_MS = 15 * 60 * 1000
CLOCK_SECONDS = 30


class Finding(Frozen):
    """One thing that was tried: whether it works, and if not what to do."""

    works: bool
    said: str


def diagnose(
    configuration: Configuration, now_ms: Callable[[], int], *, peer: str = ""
) -> list[Finding]:
    """Everything that a call needs, in the order in which a call needs it."""
    found = [*_own_files(configuration, now_ms()), *_log(configuration), *_room(configuration)]
    snapshot, said = _snapshot(configuration, now_ms())
    found += said
    found += _upstreams(configuration)
    if snapshot:
        found += _registered(configuration, snapshot)
        for member, url in sorted(snapshot.nodes.items()):
            if member != configuration.member and peer in ("", member):
                found += _peer(configuration, snapshot, member, url)
        if peer and peer not in snapshot.nodes:
            found.append(Finding(False, f"{peer} has no node in the network. Check its code."))
    return [*found, *_stamping(configuration)]


def _own_files(configuration: Configuration, now: int) -> list[Finding]:
    found = []
    pairs = [("the node", configuration.certificate, configuration.key)]
    pairs += [(name, each.certificate, each.key) for name, each in configuration.systems.items()]
    for name, certificate, key in pairs:
        try:
            identity_of(certificate, key)
        except Unconfigured as fault:
            found.append(Finding(False, f"Certificate of {name}: {fault}"))
            continue
        found.append(
            _days_left(name, x509.load_pem_x509_certificate(certificate.read_bytes()), now)
        )
    try:
        server_context(configuration)
    except Unconfigured as fault:
        found.append(Finding(False, f"TLS: {fault}"))
    return found


def _days_left(name: str, certificate: x509.Certificate, now: int) -> Finding:
    left = int(certificate.not_valid_after_utc.timestamp() * 1000) - now
    until = certificate.not_valid_after_utc.date()
    if left <= 0:
        return Finding(False, f"The certificate of {name} ended on {until}. Ask for a new one.")
    if left < SOON_MS:
        return Finding(True, f"The certificate of {name} ends soon, on {until}: ask for a new one.")
    return Finding(True, f"The certificate of {name} fits its key and holds until {until}.")


def _log(configuration: Configuration) -> list[Finding]:
    trial = configuration.log / ".trial"
    try:
        configuration.log.mkdir(parents=True, exist_ok=True, mode=0o700)
        trial.write_bytes(b"x")
        trial.unlink()
    except OSError as fault:
        said = f"The log cannot be written in {configuration.log}: {fault.strerror}."
        return [Finding(False, said + " Check its owner and the space on the disk.")]
    return [Finding(True, "The log can be written.")]


def _room(configuration: Configuration) -> list[Finding]:
    most = configuration.most_connections
    room = room_for(most)
    if room < most:
        return [Finding(False, too_few(most, room))]
    return [Finding(True, f"There is room for {most} connections at once.")]


def _snapshot(configuration: Configuration, now: int) -> tuple[Snapshot | None, list[Finding]]:
    source = configuration.snapshot
    try:
        data = _read(source)
        snapshot = read_snapshot(data, authority_of(configuration.authority))
    except (OSError, urllib.error.URLError) as fault:
        said = f"The list of members and grants cannot be had from {source}: {fault}."
        return None, [Finding(False, said)]
    except (SnapshotNotGenuine, Unconfigured) as fault:
        said = f"The list of members and grants is not signed by this network: {fault}."
        return None, [Finding(False, f"{said} Check the file of the authority's key.")]
    age = now - snapshot.content.made_at_ms
    if age > LATE_MS:
        said = f"The list of members and grants is {age // 60_000} minutes old."
        return snapshot, [Finding(False, f"{said} See that the network's worker runs.")]
    return snapshot, [Finding(True, "The list of members and grants is genuine and fresh.")]


def _read(source: str) -> bytes:
    if source.startswith("https://"):
        with urllib.request.urlopen(source, timeout=SECONDS) as answer:  # noqa: S310 - https
            data: bytes = answer.read()
        return data
    return Path(source).read_bytes()


def _registered(configuration: Configuration, snapshot: Snapshot) -> list[Finding]:
    found = []
    pairs = [("the node", configuration.certificate)]
    pairs += [(name, each.certificate) for name, each in configuration.systems.items()]
    for name, file in pairs:
        try:
            certificate = x509.load_pem_x509_certificate(file.read_bytes())
        except (OSError, ValueError):
            continue  # told already
        known = snapshot.certificates.get(fingerprint_of(certificate))
        if known is None:
            said = f"The certificate of {name} is not registered in the network."
            found.append(Finding(False, f"{said} Use the one that was issued there."))
        elif known.is_revoked:
            found.append(Finding(False, f"The certificate of {name} was revoked. Get a new one."))
        else:
            found.append(Finding(True, f"The certificate of {name} is registered."))
    return found


def _upstreams(configuration: Configuration) -> list[Finding]:
    found = []
    for name, upstream in configuration.services.items():
        parts = urlsplit(upstream.url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        said = _reached(parts.hostname or "", port)
        if said:
            found.append(Finding(False, f"The system behind {name} ({upstream.url}) {said}"))
        else:
            found.append(Finding(True, f"The system behind {name} takes connections."))
    return found


def _reached(host: str, port: int) -> str:
    """Nothing where it takes connections; else what is wrong."""
    try:
        with socket.create_connection((host, port), SECONDS):
            return ""
    except socket.gaierror:
        return "has no address: check its name, or the name server."
    except ConnectionRefusedError:
        return "is reached, but nobody listens at that port: start it, or correct the port."
    except TimeoutError:
        return "does not answer: a firewall may drop the packets. Let its port through."
    except OSError as fault:
        return f"cannot be reached: {fault.strerror}."


def _peer(configuration: Configuration, snapshot: Snapshot, member: str, url: str) -> list[Finding]:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or 443
    said = _reached(host, port)
    if said:
        return [Finding(False, f"The node of {member} ({url}) {said}")]
    try:
        shown, date = _handshake(client_context(configuration), host, port)
    except (ssl.SSLError, OSError, Unconfigured) as fault:
        return [Finding(False, f"TLS with the node of {member} fails: {_in_words(fault)}")]
    known = snapshot.certificates.get(shown)
    if known is None or known.member != member or known.is_revoked:
        said = f"What answers at {url} has no certificate registered for {member}."
        return [Finding(False, f"{said} Something may stand between; ask {member}.")]
    return [
        Finding(True, f"The node of {member} answers with its own certificate."),
        *_clocks(date),
    ]


def _handshake(context: ssl.SSLContext, host: str, port: int) -> tuple[str, str]:
    """Fingerprint of what the other side shows, and the date in its answer."""
    with (
        socket.create_connection((host, port), SECONDS) as plain,
        context.wrap_socket(plain, server_hostname=host) as secure,
    ):
        certificate = secure.getpeercert(True) or b""
        secure.sendall(b"GET /time HTTP/1.1\r\nhost: x\r\n\r\n")
        head = secure.recv(4096).decode("latin-1").lower()
    shown = fingerprint_of(x509.load_der_x509_certificate(certificate))
    dates = [line for line in head.split("\r\n") if line.startswith("date:")]
    return shown, dates[0].partition(":")[2].strip() if dates else ""


def _clocks(date: str) -> list[Finding]:
    if not date:
        return []
    try:
        theirs = parsedate_to_datetime(date).replace(tzinfo=UTC)
    except ValueError:
        return []
    apart = abs((theirs - datetime.fromtimestamp(time.time(), UTC)).total_seconds())
    if apart > CLOCK_SECONDS:
        said = f"The clocks are {apart:.0f} seconds apart; more than 60 and calls are refused."
        return [
            Finding(False, f"{said} Set this machine's clock by NTP, or ask the other side to.")
        ]
    return [Finding(True, "The clocks of both nodes agree.")]


def _in_words(fault: Exception) -> str:
    text = str(fault)
    for sign, said in (
        ("certificate verify failed", "its certificate is not of this network's authority."),
        ("unknown ca", "it does not take our certificate: it trusts another authority."),
        ("certificate required", "it asks for a certificate: check certificate and key here."),
        ("wrong version number", "what listens there does not speak TLS: check the port."),
        ("timed out", "it does not answer in time."),
    ):
        if sign in text.lower():
            return said
    return text


def _stamping(configuration: Configuration) -> list[Finding]:
    if configuration.stamping is None:
        said = "No time-stamping authority is configured: the log proves order, not time."
        return [Finding(True, said)]
    parts = urlsplit(configuration.stamping.url)
    said = _reached(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
    if said:
        return [Finding(False, f"The time-stamping authority {said}")]
    return [Finding(True, "The time-stamping authority takes connections.")]
