"""Who reads and writes which records."""

from django.db.models import Q, QuerySet

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.organizations.public import Organization, is_within, organization

from .errors import NotYourRegister, RecordNotFound, RegisterNotFound
from .models import Record
from .registry import Register, register_of, registers


def may_read_any(actor: Actor, register: Register) -> bool:
    """Whether the actor has a role that reads the register somewhere."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(*register.readers, *register.writers)


def check_may_read_any(actor: Actor, register: Register) -> None:
    """RegisterNotFound to everybody else."""
    if not may_read_any(actor, register):
        raise RegisterNotFound


def readable_registers(actor: Actor) -> list[Register]:
    """Registers that the actor reads somewhere."""
    return [register for register in registers() if may_read_any(actor, register)]


def keepers_for(actor: Actor, register: Register) -> QuerySet[Organization]:
    """Bodies whose records the actor may read: their own, all below them, and those that these followed."""
    if actor.kind is ActorKind.SYSTEM:
        return Organization.objects.all()
    reach = Q(pk=None)
    for organization_id in actor.organizations(*register.readers, *register.writers):
        reach |= Q(path__contains=f"/{organization_id}/")
        reach |= Q(successor__path__contains=f"/{organization_id}/")
    return Organization.objects.filter(reach)


def check_may_read(actor: Actor, record: Record) -> None:
    """RecordNotFound: who may not read a record is not told that there is one."""
    register = register_of(record)
    own = actor.organizations(*register.readers, *register.writers)
    if actor.kind is ActorKind.SYSTEM:
        return
    keepers = keepers_of(record)
    if not any(is_within(keeper, organization_id) for organization_id in own for keeper in keepers):
        raise RecordNotFound


def keepers_of(record: Record) -> tuple[int, ...]:
    """The body that keeps the record, and those that took over its tasks, however many changes later."""
    found = [record.keeper_id]
    while successor := organization(found[-1]).successor_id:
        found.append(successor)
    return tuple(found)


def is_kept_within(record: Record, organization_id: int) -> bool:
    """Whether the body, or one below it, keeps the record or took over from who did."""
    return any(is_within(keeper, organization_id) for keeper in keepers_of(record))


def check_may_be_told(actor: Actor) -> None:
    """A program that a grant stands behind, or the platform; NotYourRegister."""
    if actor.kind not in (ActorKind.PROGRAM, ActorKind.SYSTEM):
        raise NotYourRegister


def may_write(actor: Actor, record: Record) -> bool:
    """The platform, and writers in the body that keeps the record or took over from it."""
    writers = register_of(record).writers
    return actor.kind is ActorKind.SYSTEM or any(
        actor.has_role(*writers, organization_id=keeper) for keeper in keepers_of(record)
    )


def check_may_write(actor: Actor, record: Record) -> None:
    """NotYourRegister."""
    if not may_write(actor, record):
        raise NotYourRegister


def may_keep(actor: Actor, register: Register, organization_id: int) -> bool:
    """Whether the actor writes into the register for that body."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(
        *register.writers, organization_id=organization_id
    )


def check_may_keep(actor: Actor, register: Register, organization_id: int) -> None:
    """NotYourRegister."""
    if not may_keep(actor, register, organization_id):
        raise NotYourRegister
