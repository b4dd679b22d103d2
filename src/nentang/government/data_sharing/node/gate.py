"""Whether a call may pass: certificate, client, clock, replay, signature, grant, purpose, rate.

Everything is looked up in memory; nothing here waits for anybody.
"""

import re

from nentang.kernel.frozen import Frozen

from . import refusals as no
from .keys import Verifier
from .refusals import Refusal, Refused
from .snapshot import CertificateInfo, GrantInfo, ServiceInfo, Snapshot
from .statements import (
    CLIENT,
    DIGEST,
    KEY,
    MATTER,
    NONCE,
    PURPOSE,
    SIGNATURE,
    TIME,
    USER,
    request_statement,
)

SKEW_MS = 60_000
REQUIRED = (CLIENT, PURPOSE, TIME, NONCE, DIGEST, KEY, SIGNATURE)
TOKEN = re.compile(r"[A-Za-z0-9_\-]{16,64}")
WORD = re.compile(r"[A-Za-z0-9_.\-/]{1,80}")
DIGEST_FORM = re.compile(r"sha-256=[A-Za-z0-9+/]{43}=")
NOTE = re.compile(r"[^\x00-\x1f\x7f]{0,120}")
SERVICE_PATH = re.compile(r"/r1/([^/?#]+/[^/?#]+/[^/?#]+)(/[^?#]*)?(?:\?([^#]*))?")
MOST_NONCES = 1_000_000


class Passed(Frozen):
    """A call that may go on."""

    service: ServiceInfo
    grant: GrantInfo
    rest: str
    query: str
    statement: bytes


class Address(Frozen):
    """`/r1/<body>/<subsystem>/<service>/<rest>?<query>`."""

    service: str
    rest: str
    query: str

    @property
    def member(self) -> str:
        """The body that provides it."""
        return self.service.partition("/")[0]


def address_of(target: str) -> Address:
    """SERVICE_UNKNOWN where it is no address of a service."""
    found = SERVICE_PATH.fullmatch(target)
    if not found or "/../" in f"{target.partition('?')[0]}/" or "\\" in target:
        raise Refused(no.SERVICE_UNKNOWN)
    return Address(found[1], found[2] or "", found[3] or "")


def check_certificate(fingerprint: str, snapshot: Snapshot, now_ms: int) -> CertificateInfo:
    """The registered certificate, in force now."""
    if not fingerprint:
        raise Refused(no.CERTIFICATE_MISSING)
    found = snapshot.certificates.get(fingerprint)
    if found is None:
        raise Refused(no.CERTIFICATE_UNKNOWN)
    if found.is_revoked:
        raise Refused(no.CERTIFICATE_REVOKED)
    if now_ms >= found.not_after_ms:
        raise Refused(no.CERTIFICATE_EXPIRED)
    if now_ms < found.not_before_ms:
        raise Refused(no.CERTIFICATE_NOT_YET)
    return found


class Gate:
    """Holds what must be remembered between calls: nonces, rates, roots of batches."""

    def __init__(self) -> None:
        self.verifier = Verifier()
        self._young: dict[str, None] = {}
        self._old: dict[str, None] = {}
        self._turned_ms = 0
        self._rates: dict[str, tuple[float, int]] = {}

    def remember(self, key: str, nonce: str) -> None:
        """A nonce seen before this process began, from the log."""
        self._old[f"{key}:{nonce}"] = None

    def pass_request(
        self,
        *,
        peer: str,
        method: str,
        target: str,
        headers: dict[str, str],
        snapshot: Snapshot | None,
        now_ms: int,
    ) -> Passed:
        """The call with its grant; Refused with the first reason why not."""
        if snapshot is None or now_ms > snapshot.good_until_ms:
            raise Refused(no.SNAPSHOT_TOO_OLD, 60)
        connected = check_certificate(peer, snapshot, now_ms)
        _check_headers(headers)
        client = headers[CLIENT]
        _check_client(client, connected, headers[KEY], snapshot, now_ms)
        _check_time(headers[TIME], now_ms)
        statement = self._check_signature(method, target, headers, snapshot)
        address = address_of(target)
        service = snapshot.services.get(address.service)
        if service is None:
            raise Refused(no.SERVICE_UNKNOWN)
        if method not in service.methods:
            raise Refused(no.METHOD_NOT_GRANTED)
        grant = grant_for(client, service.id, headers[PURPOSE], snapshot, now_ms)
        self._check_rate(grant, now_ms)
        self._check_nonce(f"{headers[KEY]}:{headers[NONCE]}", now_ms)
        return Passed(service, grant, address.rest, address.query, statement)

    def _check_signature(
        self, method: str, target: str, headers: dict[str, str], snapshot: Snapshot
    ) -> bytes:
        statement = request_statement(method, target, headers)
        key = headers[KEY]
        if not self.verifier.fits(key, snapshot.keys[key], headers[SIGNATURE], statement):
            raise Refused(no.SIGNATURE_WRONG)
        return statement

    def _check_nonce(self, nonce: str, now_ms: int) -> None:
        """Two generations, each longer than a request stays fresh."""
        if now_ms - self._turned_ms > 2 * SKEW_MS:
            self._old = self._young if self._turned_ms else {**self._old, **self._young}
            self._young, self._turned_ms = {}, now_ms
        if nonce in self._young or nonce in self._old:
            raise Refused(no.REPLAYED)
        if len(self._young) >= MOST_NONCES:
            raise Refused(no.BUSY, 5)
        self._young[nonce] = None

    def _check_rate(self, grant: GrantInfo, now_ms: int) -> None:
        """A bucket that holds a minute's calls and fills evenly."""
        most = float(grant.rate_per_minute)
        left, filled_ms = self._rates.get(grant.code, (most, now_ms))
        left = min(most, left + (now_ms - filled_ms) * most / 60_000)
        if left < 1:
            raise Refused(no.TOO_OFTEN, 1 + int(60 / most))
        self._rates[grant.code] = (left - 1, now_ms)


def grant_for(
    client: str, service: str, purpose: str, snapshot: Snapshot, now_ms: int
) -> GrantInfo:
    """The client's grant of the service for the purpose, in force now."""
    grants = snapshot.grants.get((client, service))
    if not grants:
        raise Refused(no.GRANT_MISSING)
    for_it = [each for each in grants if each.purpose == purpose]
    if not for_it:
        raise Refused(no.PURPOSE_WRONG)
    for each in for_it:
        if not each.is_revoked and each.from_ms <= now_ms < each.until_ms:
            return each
    raise Refused(no.GRANT_OVER)


def _check_headers(headers: dict[str, str]) -> None:
    for name in REQUIRED:
        if not headers.get(name):
            raise Refused(no.HEADER_MISSING)
    is_well_formed = (
        WORD.fullmatch(headers[CLIENT])
        and WORD.fullmatch(headers[PURPOSE])
        and TOKEN.fullmatch(headers[NONCE])
        and DIGEST_FORM.fullmatch(headers[DIGEST])
        and NOTE.fullmatch(headers.get(MATTER, ""))
        and NOTE.fullmatch(headers.get(USER, ""))
    )
    if not is_well_formed:
        raise Refused(no.HEADER_MISSING)


def _check_client(
    client: str, connected: CertificateInfo, key: str, snapshot: Snapshot, now_ms: int
) -> None:
    """The client is a member's system; connection and key are of the same member."""
    if client not in snapshot.clients:
        raise Refused(no.CLIENT_UNKNOWN)
    signing = check_certificate(key, snapshot, now_ms)
    member = client.partition("/")[0]
    if connected.member != member or signing.subsystem != client:
        raise Refused(no.NOT_YOUR_CLIENT)


def _check_time(text: str, now_ms: int) -> None:
    if not (text.isascii() and text.isdecimal() and len(text) <= 16):
        raise Refused(no.TIME_UNREADABLE)
    refusal: Refusal | None = None
    if int(text) < now_ms - SKEW_MS:
        refusal = no.CLOCK_BEHIND
    elif int(text) > now_ms + SKEW_MS:
        refusal = no.CLOCK_AHEAD
    if refusal:
        raise Refused(refusal)
