"""Who is on the axis, where, and what each takes."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from nentang.foundation.audit.public import RowBy
from nentang.foundation.organizations.public import organization
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.enums import BusinessKind
from nentang.government.document_exchange.errors import ReceiverUnknown
from nentang.government.document_exchange.models import Certificate, Installation, Participant
from nentang.government.document_exchange.rules.edxml.verify import TrustedCertificate
from nentang.government.document_exchange.rules.outgoing import canonical_code, code_as
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import InvalidIdentifier
from nentang.kernel.text import fold

_with_code = RowBy(
    lambda code: Participant.objects.select_related("installation").filter(code=code), str
)


class Receiver(Frozen):
    """A body that can be sent to."""

    code: str
    code_qcvn102: str
    name: str


def here_or_none() -> Installation | None:
    """This installation, once a body of it joined."""
    return Installation.objects.filter(is_here=True).first()


def installations() -> QuerySet[Installation]:
    """All, this one first."""
    return Installation.objects.order_by("-is_here", "name", "pk")


def participant_of(organization_id: int) -> Participant | None:
    """The body's own entry."""
    found = Participant.objects.filter(organization=organization_id, is_open=True)
    return found.select_related("installation").order_by("pk").first()


def reached_at(organization_id: int) -> Participant | None:
    """The open entry of a body known here, whichever installation speaks for it."""
    code = organization(organization_id).code_qd20
    return find_participant(code) if code else None


def find_participant(code: str) -> Participant | None:
    """The open entry with that code in either form."""
    try:
        canonical = canonical_code(code)
    except InvalidIdentifier:
        return None
    found = _with_code(canonical)
    return found if found and found.is_open else None


def receivers_named(codes: Iterable[str], kind: BusinessKind) -> list[Participant]:
    """Each body once, in the order named; ReceiverUnknown where one is not there or does not take it."""
    canonical: dict[str, str] = {}
    for code in codes:
        try:
            canonical.setdefault(canonical_code(code), code)
        except InvalidIdentifier as fault:
            raise ReceiverUnknown(receiver=code[:40]) from fault
    known = {each.code: each for each in _taking(kind).filter(code__in=canonical)}
    for code, typed in canonical.items():
        if code not in known:
            raise ReceiverUnknown(receiver=typed[:40])
    return [known[code] for code in canonical]


def search_receivers(
    text: str, *, kind: BusinessKind = BusinessKind.NEW, limit: int = 20
) -> tuple[Receiver, ...]:
    """Bodies that take this kind, with the words typed in their name, or with that code."""
    found = directory(text).filter(pk__in=_taking(kind).values("pk"))[:limit]
    return tuple(Receiver(each.code, code_as("qcvn102", each.code), each.name) for each in found)


def directory(text: str = "") -> QuerySet[Participant]:
    """All open entries that the text names, in the order of their folded names."""
    found = Participant.objects.filter(is_open=True, installation__is_open=True)
    code = text.strip().upper()
    if code:
        named = Q()
        for word in fold(text).split():
            named &= Q(folded__contains=f" {word}")
        found = found.filter(named | Q(code=code) | Q(code=_canonical(code)))
    return found.select_related("installation").order_by("folded", "pk")


def trusted_by(installation_id: int) -> tuple[TrustedCertificate, ...]:
    """The certificates with which that installation may sign."""
    return tuple(
        TrustedCertificate(bytes(each.der), each.valid_from, each.valid_to, each.revoked_at)
        for each in Certificate.objects.filter(installation=installation_id).order_by("-pk")
    )


def _taking(kind: BusinessKind) -> QuerySet[Participant]:
    """Entries that take the kind; an empty list takes all."""
    found = Participant.objects.filter(is_open=True, installation__is_open=True)
    return found.exclude(pk__in=[p.pk for p in found.exclude(kinds=[]) if kind not in p.kinds])


def _canonical(code: str) -> str:
    try:
        return canonical_code(code)
    except InvalidIdentifier:
        return ""


def own_certificate() -> str:
    """This installation's certificate (PEM), which others need to trust it."""
    return own_credential().pem
