"""Issue a certificate, or revoke one."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, say_anew, version_on, write_version
from nentang.government.land.adapters.numbers import claim_serials, drawn_serials, read_serial
from nentang.government.land.enums import CertificateState
from nentang.government.land.errors import NoCertificate, NoRightHeld
from nentang.government.land.models import Certificate
from nentang.government.land.queries import holders_on

from ._facts import CertificateFacts, certificate_of
from ._opening import changeable, note_act


@transaction.atomic
def issue_certificate(
    *,
    code: str,
    facts: CertificateFacts,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Certificate:
    """The certificate, which counts from that day instead of any before.

    Raises ParcelNotFound, NotYourRegister, ParcelClosed, ParcelLocked, NoRightHeld, SerialInvalid,
    SerialTaken.
    """
    parcel = changeable(code, actor, valid_from)
    if not holders_on(parcel, valid_from):
        raise NoRightHeld
    serial = read_serial(facts.serial) if facts.serial else drawn_serials(1)[0]
    claim_serials([serial])
    version = certificate_of(facts, serial)
    version.record = parcel
    written = write_version(
        version=version, act=Act.CHANGE, valid_from=valid_from, basis=basis, actor=actor, at=at
    )
    note_act(parcel, "issue_certificate", actor=actor, at=at)
    return written


@transaction.atomic
def revoke_certificate(
    *, code: str, valid_from: date, basis: Basis, actor: Actor, at: datetime
) -> Certificate:
    """The certificate, which does not count from that day; NoCertificate, and what issuing one raises."""
    parcel = changeable(code, actor, valid_from)
    found = version_on(Certificate, parcel, on=valid_from)
    if found is None or found.state != CertificateState.IN_FORCE:
        raise NoCertificate
    written = say_anew(
        model=Certificate,
        record=parcel,
        said={"state": CertificateState.REVOKED},
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
    note_act(parcel, "revoke_certificate", actor=actor, at=at)
    return written
