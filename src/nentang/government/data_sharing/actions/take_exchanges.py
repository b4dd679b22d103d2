"""Take what nodes have logged into the audit, so that people see who was told about them."""

from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind, Role
from nentang.foundation.audit.public import record, record_look
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.identity.public import find_person
from nentang.government.data_sharing.errors import ExchangeLogBroken
from nentang.government.data_sharing.indicators import EXCHANGE_MADE
from nentang.government.data_sharing.models import Grant, NodeLog, Subsystem, Traffic
from nentang.government.data_sharing.node.chain import (
    GENESIS,
    Entry,
    Handed,
    handed_files,
    identity_of_log,
    read_handed,
)
from nentang.government.data_sharing.queries import service_fields
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import DomainError

OK = "ok"


def take_exchanges(*, folder: Path, at: datetime) -> int:
    """How many exchanges were taken over; each once, in the order of the chain. ExchangeLogBroken.

    Files are removed once what they say stands in the database, and with them the personal numbers.
    """
    taken = 0
    for file in handed_files(folder):
        handed = read_handed(file)
        with transaction.atomic():
            taken += _take(handed, identity_of_log(folder), at)
        file.unlink()
    return taken


def _take(handed: list[Handed], name: str, at: datetime) -> int:
    NodeLog.objects.get_or_create(name=name, defaults={"taken_at": at})
    log = NodeLog.objects.select_for_update().get(name=name)
    fresh = [each for each in handed if each.entry.seq > log.seq]
    if not fresh:
        return 0
    _check_goes_on(log, fresh)
    served = [each for each in fresh if each.entry.side == "serve"]
    bodies = _Bodies(served)
    for each in served:
        _record(each, log.pk, bodies)
    _count([each.entry for each in served])
    _add_facts([each.entry for each in served], bodies)
    log.seq, log.head, log.taken_at = fresh[-1].entry.seq, fresh[-1].hash, at
    log.save(update_fields=["seq", "head", "taken_at"])
    return len(fresh)


def _check_goes_on(log: NodeLog, fresh: list[Handed]) -> None:
    """A gap or another past is not passed over."""
    seq, head = log.seq, log.head or GENESIS
    for each in fresh:
        if each.entry.seq != seq + 1 or each.entry.prev != head:
            raise ExchangeLogBroken
        seq, head = each.entry.seq, each.hash


class _Bodies:
    """Systems and grants that entries name; three queries for a file."""

    def __init__(self, handed: list[Handed]) -> None:
        entries = [each.entry for each in handed]
        systems = Subsystem.objects.select_related("member__organization__unit")
        self._systems = {
            each.address: each
            for each in systems.filter(
                member__code__in={
                    address.partition("/")[0]
                    for entry in entries
                    for address in (entry.client, entry.service)
                }
            )
        }
        grants = Grant.objects.select_related("service").filter(
            code__in={entry.grant for entry in entries}
        )
        self._grants = {each.code: each for each in grants}

    def client(self, entry: Entry) -> Subsystem | None:
        return self._systems.get(entry.client)

    def provider(self, entry: Entry) -> Subsystem | None:
        return self._systems.get(entry.service.rpartition("/")[0])

    def grant(self, entry: Entry) -> Grant | None:
        return self._grants.get(entry.grant)


def _record(handed: Handed, log_id: int, bodies: _Bodies) -> None:
    """The exchange itself, and a look at each person whose data left."""
    entry, client, grant = handed.entry, bodies.client(handed.entry), bodies.grant(handed.entry)
    roles = (Role("", client.member.organization_id),) if client else ()
    actor = Actor(
        kind=ActorKind.PROGRAM, name=client.title if client else entry.client, roles=roles
    )
    subject, at = f"exchange:{log_id}:{entry.seq}", _instant(entry)
    record(
        actor=actor,
        action="data_sharing.exchange",
        subject=subject,
        organization_id=client.member.organization_id if client else None,
        details={
            "service": entry.service,
            "grant": entry.grant,
            "purpose": entry.purpose,
            "outcome": entry.outcome,
            "hash": handed.hash,
        },
        at=at,
    )
    if grant is None or entry.outcome != OK or not 200 <= entry.status < 300:
        return
    titles = tuple(each.title for each in service_fields(grant.service, grant.fields))
    for person in handed.people:
        try:
            known = find_person(person.number)
        except DomainError:  # a number that nobody can have
            continue
        if known:
            record_look(
                actor=actor,
                subject=subject,
                person_id=known.id,
                fields=titles,
                purpose=str(grant.get_purpose_display()),
                legal_basis=grant.legal_basis,
                at=at,
            )


def _count(entries: list[Entry]) -> None:
    sums: dict[tuple[date, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for entry in entries:
        row = sums[legal_day(_instant(entry)), entry.client, entry.service]
        row[0] += 1
        row[1] += entry.outcome != OK
        row[2] += entry.millis
    for (day, client, service), (calls, refused, millis) in sorted(sums.items(), key=str):
        Traffic.objects.get_or_create(day=day, client=client[:80], service=service[:120])
        row_ = Traffic.objects.select_for_update().get(
            day=day, client=client[:80], service=service[:120]
        )
        row_.calls += calls
        row_.refused += refused
        row_.millis += millis
        row_.save()


def _add_facts(entries: list[Entry], bodies: _Bodies) -> None:
    found = []
    for entry in entries:
        provider = bodies.provider(entry)
        if provider is None:
            continue
        unit = provider.member.organization.unit
        found.append(
            FactEntry(
                at=_instant(entry),
                organization_id=provider.member.organization_id,
                unit_code=unit.code if unit else "",
                fields={
                    "service": entry.service,
                    "purpose": entry.purpose,
                    "succeeded": entry.outcome == OK,
                    "millis": entry.millis,
                },
            )
        )
    record_facts(EXCHANGE_MADE, found)


def _instant(entry: Entry) -> datetime:
    return datetime.fromtimestamp(entry.at_ms / 1000, UTC)
