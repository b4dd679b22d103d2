"""Who keeps data open. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor

from .errors import FourEyes, NotYourDataset, RequestNotFound
from .models import DataRequest, Dataset, Release
from .registry import PUBLISHERS, STEWARD


def check_keeps(actor: Actor, organization_id: int) -> int:
    """The account of an officer who keeps the open data of that body; NotYourDataset."""
    if actor.account_id is None or not actor.has_role(STEWARD, organization_id=organization_id):
        raise NotYourDataset
    return actor.account_id


def check_publishes(actor: Actor, release: Release) -> int:
    """The account of a steward or leader of the owner who did not prepare it; NotYourDataset, FourEyes."""
    owner = release.dataset.owner_id
    if actor.account_id is None or not actor.has_role(*PUBLISHERS, organization_id=owner):
        raise NotYourDataset
    if actor.account_id == release.prepared_by_id:
        raise FourEyes
    return actor.account_id


def check_manages(actor: Actor, dataset: Dataset) -> None:
    """A steward or leader of the body that owns it; NotYourDataset."""
    if not actor.has_role(*PUBLISHERS, organization_id=dataset.owner_id):
        raise NotYourDataset


def check_sees_request(actor: Actor, request: DataRequest) -> None:
    """Whoever asked, or who may answer; to others an open request does not exist."""
    if not (is_requester(actor, request) or can_answer(actor, request)):
        raise RequestNotFound


def is_requester(actor: Actor, request: DataRequest) -> bool:
    """Whether the request is the actor's own, acting for nobody else."""
    return (
        actor.person_id is not None
        and actor.mandate_id is None
        and actor.person_id == request.requester_id
    )


def can_answer(actor: Actor, request: DataRequest) -> bool:
    """Whether the actor answers requests of the body that has it."""
    return actor.has_role(*PUBLISHERS, organization_id=request.case.holder_id)


def check_answers(actor: Actor, request: DataRequest) -> None:
    """RequestNotFound: to others the request does not exist."""
    if not can_answer(actor, request):
        raise RequestNotFound
