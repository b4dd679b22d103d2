"""Proof of one exchange for a third party, offline: the log, its stamps, the certificates, and what was sent if it is at hand."""

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509

from nentang.kernel.frozen import Frozen

from . import statements as say
from .chain import ChainBroken, Entry, Line, Person, Side, read_lines
from .keys import Verifier, checker_of, fingerprint_of, public_key_of
from .stamps import Stamp, StampRefused, read_stamps, stamped_at_ms


class Check(Frozen):
    """One thing that was looked at. `holds` is None where nothing was at hand to look at it with."""

    name: str
    holds: bool | None
    said: str


class Proof(Frozen):
    """All checks of one exchange."""

    entry: Entry
    checks: tuple[Check, ...]

    @property
    def is_proved(self) -> bool:
        """Chain, stamp and both signatures hold, and nothing that was at hand speaks against it."""
        needed = {"chain", "stamp", "request", "answer"}
        held = {each.name for each in self.checks if each.holds}
        return needed <= held and not self.is_refuted

    @property
    def is_refuted(self) -> bool:
        """Something does not hold."""
        return any(each.holds is False for each in self.checks)


class AtHand(Frozen):
    """What whoever asks for a proof can lay beside the log."""

    certificates: Sequence[x509.Certificate]
    stamp_roots: Sequence[x509.Certificate]
    target: str = ""
    request_body: bytes | None = None
    answer_body: bytes | None = None
    person: Person | None = None


class NoSuchExchange(LookupError):
    """The log has no such number."""


def prove(folder: Path, seq: int, at_hand: AtHand) -> Proof:
    """What can be said of exchange `seq`; NoSuchExchange. Nothing but these files is asked."""
    found, stamp, broken = _find(folder, seq)
    if found is None:
        if broken:
            raise NoSuchExchange(f"the chain breaks before {seq}: {broken}")
        raise NoSuchExchange(f"the log has no exchange {seq}")
    checks = [_chain(stamp, broken), _stamp(stamp, at_hand.stamp_roots)]
    checks += _signatures(found.entry, at_hand)
    checks += _bodies(found.entry, at_hand)
    return Proof(found.entry, tuple(checks))


def _find(folder: Path, seq: int) -> tuple[Line | None, Stamp | None, str]:
    """The line, the first stamp at or after it that its chain reaches, and where the chain breaks."""
    stamps = {each.seq: each for each in read_stamps(folder) if each.seq >= seq}
    found: Line | None = None
    try:
        for line in read_lines(folder):
            if line.entry.seq == seq:
                found = line
            if found and line.entry.seq in stamps:
                stamp = stamps[line.entry.seq]
                if stamp.head != line.hash:
                    return found, None, f"the stamp over {stamp.seq} is of another log"
                return found, stamp, ""
    except ChainBroken as fault:
        return found, None, str(fault)
    return found, None, ""


def _chain(stamp: Stamp | None, broken: str) -> Check:
    if broken:
        return Check("chain", False, f"the chain is broken: {broken}")
    if stamp is None:
        return Check("chain", True, "every line fits the one before it, to the end of the log")
    return Check("chain", True, f"every line fits the one before it, to the stamp over {stamp.seq}")


def _stamp(stamp: Stamp | None, roots: Sequence[x509.Certificate]) -> Check:
    if stamp is None:
        return Check("stamp", None, "no stamp reaches this exchange yet")
    if not roots:
        return Check("stamp", None, "no certificate of a stamping authority was given")
    try:
        at_ms = stamped_at_ms(stamp, roots)
    except StampRefused as fault:
        return Check("stamp", False, f"the stamp does not hold: {fault}")
    return Check("stamp", True, f"an authority saw it at {at_ms} (Unix milliseconds)")


def _signatures(entry: Entry, at_hand: AtHand) -> list[Check]:
    known = {fingerprint_of(each): each for each in at_hand.certificates}
    target = at_hand.target or entry.target
    if target.startswith("sha-256:"):
        missing = "the address named a person and was logged as a hash: give it with --target"
        return [Check(name, None, missing) for name in ("request", "answer")]
    if entry.target.startswith("sha-256:") and say.hashed_target(target) != entry.target:
        return [Check("request", False, "the address given is not the one that was called")]
    headers = {
        say.CLIENT: entry.client,
        say.PURPOSE: entry.purpose,
        say.MATTER: entry.matter,
        say.USER: entry.user,
        say.TIME: entry.request.time,
        say.NONCE: entry.nonce,
        say.DIGEST: entry.request.digest,
    }
    request = say.request_statement(entry.method, target, headers)
    checks = [_signature("request", entry.request, request, known, entry.client)]
    if entry.answer is None:
        return [*checks, Check("answer", None, f"there was no answer: {entry.outcome}")]
    answer = say.answer_statement(
        status=entry.status,
        content_type=entry.content_type,
        grant=entry.grant,
        time=entry.answer.time,
        digest=entry.answer.digest,
        request=request,
    )
    provider = entry.service.rpartition("/")[0]
    return [*checks, _signature("answer", entry.answer, answer, known, provider)]


def _signature(
    name: str, side: Side, statement: bytes, known: dict[str, x509.Certificate], owner: str
) -> Check:
    certificate = known.get(side.key)
    if certificate is None:
        return Check(name, None, f"the certificate {side.key[:16]}… of {owner} was not given")
    subject = certificate.subject.rfc4514_string()
    if subject != f"CN={owner}":
        return Check(name, False, f"the certificate is of {subject}, not of {owner}")
    if not _was_valid(certificate, side.time):
        return Check(name, False, f"the certificate of {owner} was not valid then")
    check = checker_of(public_key_of(certificate))
    if not Verifier().fits(side.key, check, side.signature, statement):
        return Check(name, False, f"the signature is not of {owner}")
    return Check(name, True, f"signed by {owner}")


def _was_valid(certificate: x509.Certificate, time: str) -> bool:
    if not time.isdecimal():
        return False
    seconds = int(time) / 1000
    return (
        certificate.not_valid_before_utc.timestamp()
        <= seconds
        < certificate.not_valid_after_utc.timestamp()
    )


def _bodies(entry: Entry, at_hand: AtHand) -> list[Check]:
    checks = []
    sides: list[tuple[str, bytes | None, Side | None]] = [
        ("request body", at_hand.request_body, entry.request),
        ("answer body", at_hand.answer_body, entry.answer),
    ]
    for name, body, side in sides:
        if body is not None and side is not None:
            fits = say.digest_of(body) == side.digest
            said = "is the one that was signed" if fits else "is not the one that was signed"
            checks.append(Check(name, fits, said))
    if at_hand.person is not None:
        fits = at_hand.person.hashed in entry.people
        said = "was the one asked about" if fits else "was not asked about"
        checks.append(Check("person", fits, said))
    return checks
