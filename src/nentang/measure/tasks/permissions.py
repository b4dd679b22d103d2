"""Who may see and do what with decisions and tasks. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.organizations.public import Organization
from nentang.kernel.text import whole_number

from .errors import DecisionNotFound, NotYourTask, OwnEvidence, TaskNotFound
from .models import Committee, Decision, Evidence, SteeringPlan, Task
from .registry import ASSIGNING, DOING, GRANTING, JUDGING


def can_see(actor: Actor, task: Task) -> bool:
    """Everybody, where the decision is public; else the bodies of the task and those above them."""
    return task.decision.is_public or takes_part(actor, task)


def takes_part(actor: Actor, task: Task) -> bool:
    """Whether the actor works in a body of the task or above one: only they see evidence that is a file."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    own = set(actor.organizations())
    if own & (line_of(task.lead) | line_of(task.assigner)):
        return True
    return bool(own) and task.supports.filter(organization__in=own).exists()


def check_can_see(actor: Actor, task: Task) -> None:
    """TaskNotFound: who may not know of it is not told that there is one."""
    if not can_see(actor, task):
        raise TaskNotFound


def can_do(actor: Actor, task: Task) -> bool:
    """Whether the actor works on tasks of the lead body."""
    return _has(actor, DOING, task.lead_id)


def can_judge(actor: Actor, task: Task) -> bool:
    """Whether the actor judges results for the assigner."""
    return _has(actor, JUDGING, task.assigner_id)


def can_grant(actor: Actor, task: Task) -> bool:
    """Whether the actor moves deadlines for the assigner."""
    return _has(actor, GRANTING, task.assigner_id)


def check_does(actor: Actor, task: Task) -> None:
    """TaskNotFound, NotYourTask."""
    _check(actor, task, may=can_do(actor, task))


def check_judges(actor: Actor, task: Task) -> None:
    """TaskNotFound, NotYourTask."""
    _check(actor, task, may=can_judge(actor, task))


def check_judges_other(actor: Actor, evidence: Evidence) -> None:
    """OwnEvidence: whoever reported a result does not judge it."""
    if actor.account_id is not None and actor.account_id == evidence.reported_by_id:
        raise OwnEvidence


def check_grants(actor: Actor, task: Task) -> None:
    """TaskNotFound, NotYourTask."""
    _check(actor, task, may=can_grant(actor, task))


def can_import(actor: Actor, organization_id: int) -> bool:
    """Whether the actor sets tasks for that body."""
    return _has(actor, ASSIGNING, organization_id)


def check_imports(actor: Actor, organization_id: int) -> None:
    """NotYourTask unless the actor sets tasks for that body."""
    if not can_import(actor, organization_id):
        raise NotYourTask


def check_confirms(actor: Actor, decision: Decision) -> None:
    """DecisionNotFound: what is still being read is known only to whoever confirms it."""
    if not can_import(actor, decision.assigner_id):
        raise DecisionNotFound


def can_see_decision(actor: Actor, decision: Decision) -> bool:
    """Everybody, where it is public; else officers of the body that follows it up and of those above."""
    if decision.is_public or actor.kind is ActorKind.SYSTEM:
        return True
    return bool(set(actor.organizations()) & line_of(decision.assigner))


def check_sees_decision(actor: Actor, decision: Decision) -> None:
    """DecisionNotFound."""
    if not can_see_decision(actor, decision):
        raise DecisionNotFound


def check_records(actor: Actor, body: Organization) -> None:
    """NotYourTask unless the actor sets tasks in that body or in one above it."""
    if actor.kind is ActorKind.SYSTEM:
        return
    if not set(actor.organizations(*ASSIGNING)) & line_of(body):
        raise NotYourTask


def assigns_for(actor: Actor) -> tuple[int, ...]:
    """The bodies for which the actor sets tasks."""
    return actor.organizations(*ASSIGNING)


def line_of(body: Organization) -> set[int]:
    """The body and all above it."""
    return {int(each) for each in body.path.split("/") if each}


def may_open_evidence(actor: Actor, subject: str) -> bool:
    """Files of `assigned_task:<id>` are for whoever takes part in the task."""
    number = whole_number(subject.partition(":")[2])
    together = ("lead", "assigner", "decision")
    task = Task.objects.select_related(*together).filter(pk=number or 0).first()
    return task is not None and takes_part(actor, task)


def may_open_decision(actor: Actor, subject: str) -> bool:
    """Files of `assigning_decision:<id>` are for whoever sees the decision."""
    number = whole_number(subject.partition(":")[2])
    decision = Decision.objects.select_related("assigner").filter(pk=number or 0).first()
    return decision is not None and can_see_decision(actor, decision)


def may_open_steering(_actor: Actor, subject: str) -> bool:
    """Decisions on committees and plans are for everybody."""
    kind, _, number = subject.partition(":")
    known = {"steering_committee": Committee, "steering_plan": SteeringPlan}[kind]
    return known._default_manager.filter(pk=whole_number(number) or 0).exists()


def _check(actor: Actor, task: Task, *, may: bool) -> None:
    check_can_see(actor, task)
    if not may:
        raise NotYourTask


def _has(actor: Actor, roles: tuple[str, ...], organization_id: int) -> bool:
    is_system = actor.kind is ActorKind.SYSTEM
    return is_system or actor.has_role(*roles, organization_id=organization_id)
