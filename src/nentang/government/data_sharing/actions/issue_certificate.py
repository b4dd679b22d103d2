"""Issue a certificate to a system, or to the node of a member."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.data_sharing.adapters.network_keys import authority
from nentang.government.data_sharing.errors import CertificateRequestUnreadable, MemberNotFound
from nentang.government.data_sharing.models import Certificate, Member, Subsystem
from nentang.government.data_sharing.node import authority as papers
from nentang.government.data_sharing.node.keys import (
    PublicKey,
    fingerprint_of,
    public_key_of_request,
)
from nentang.government.data_sharing.permissions import check_runs_network_of

GOOD_FOR = timedelta(days=365)
LONGEST = 16_000


@transaction.atomic
def issue_certificate(
    *, organization_id: int, system_code: str, request_pem: str, actor: Actor, at: datetime
) -> Certificate:
    """A certificate for a year for the key of a PKCS#10 request; for the node where no system is named.

    The key itself never comes here. Raises NotYourBody, MemberNotFound, CertificateRequestUnreadable.
    """
    check_runs_network_of(actor, organization_id)
    member = Member.objects.filter(organization_id=organization_id).first()
    if member is None:
        raise MemberNotFound
    system = _system(member, system_code)
    made = papers.issue_certificate(
        authority(at=at),
        system.address if system else member.code,
        _key_in(request_pem),
        at=at,
        until=at + GOOD_FOR,
    )
    certificate = Certificate.objects.create(
        member=member,
        subsystem=system,
        fingerprint=fingerprint_of(made),
        pem=papers.pem_of(made).decode(),
        not_before=made.not_valid_before_utc,
        not_after=made.not_valid_after_utc,
        issued_at=at,
    )
    record(
        actor=actor,
        action="data_sharing.issue_certificate",
        subject=f"certificate:{certificate.pk}",
        organization_id=organization_id,
        details={"fingerprint": certificate.fingerprint},
        at=at,
    )
    return certificate


def _system(member: Member, code: str) -> Subsystem | None:
    if not code:
        return None
    found = Subsystem.objects.select_related("member").filter(member=member, code=code).first()
    if found is None:
        raise MemberNotFound
    return found


def _key_in(pem: str) -> PublicKey:
    """The key of the request, whose owner has signed it."""
    try:
        request = x509.load_pem_x509_csr(pem[:LONGEST].encode())
        return public_key_of_request(request)
    except (ValueError, UnsupportedAlgorithm) as fault:
        raise CertificateRequestUnreadable from fault
