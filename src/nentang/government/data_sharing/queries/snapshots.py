"""What every node must know, as it stands in the database."""

from datetime import date, datetime, time

from nentang.government.data_sharing.models import (
    Certificate,
    Grant,
    Member,
    SharedService,
    Subsystem,
)
from nentang.government.data_sharing.node.snapshot import (
    CertificateInfo,
    Content,
    GrantInfo,
    ServiceInfo,
)
from nentang.kernel.clock import VIETNAM, legal_day


def snapshot_content(*, at: datetime) -> Content:
    """The content at that instant; grants and certificates that are long over are left out. Five queries."""
    made_at_ms = _millis(at)
    return Content(
        number=made_at_ms,
        made_at_ms=made_at_ms,
        nodes=dict(Member.objects.exclude(node_url="").values_list("code", "node_url")),
        clients=tuple(each.address for each in Subsystem.objects.select_related("member")),
        certificates=tuple(_certificate(each) for each in _certificates()),
        services=tuple(_service(each) for each in _services()),
        grants=tuple(_grant(each) for each in _grants(legal_day(at))),
    )


def _certificates() -> list[Certificate]:
    return list(Certificate.objects.select_related("member", "subsystem__member").order_by("pk"))


def _services() -> list[SharedService]:
    found = SharedService.objects.filter(ended_at=None)
    return list(found.select_related("subsystem__member").order_by("pk"))


def _grants(day: date) -> list[Grant]:
    found = Grant.objects.select_related("client__member", "service__subsystem__member")
    return list(found.filter(service__ended_at=None, valid_to__gt=day).order_by("pk"))


def _certificate(row: Certificate) -> CertificateInfo:
    return CertificateInfo(
        fingerprint=row.fingerprint,
        member=row.member.code,
        subsystem=row.subsystem.address if row.subsystem else "",
        pem=row.pem,
        not_before_ms=_millis(row.not_before),
        not_after_ms=_millis(row.not_after),
        is_revoked=row.revoked_at is not None,
    )


def _service(row: SharedService) -> ServiceInfo:
    return ServiceInfo(
        id=row.address,
        member=row.subsystem.member.code,
        methods=tuple(row.methods),
        rows_at=row.rows_at,
        envelope=tuple(row.envelope),
        subject=row.subject,
    )


def _grant(row: Grant) -> GrantInfo:
    return GrantInfo(
        code=row.code,
        client=row.client.address,
        service=row.service.address,
        purpose=row.purpose,
        fields=tuple(row.fields),
        rows={key: tuple(values) for key, values in row.rows.items()},
        from_ms=_first_instant(row.valid_from),
        until_ms=_first_instant(row.valid_to),
        is_revoked=row.ended_at is not None,
        rate_per_minute=row.rate_per_minute,
    )


def _first_instant(day: date) -> int:
    return _millis(datetime.combine(day, time(), VIETNAM))


def _millis(at: datetime) -> int:
    return int(at.timestamp() * 1000)
