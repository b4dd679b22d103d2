"""Take on a declared dataset: from then on the body keeps it open."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.measure.open_data.enums import Classification, Frequency
from nentang.measure.open_data.errors import AlreadyTakenOn, ChoiceUnknown
from nentang.measure.open_data.models import Dataset
from nentang.measure.open_data.permissions import check_keeps
from nentang.measure.open_data.queries import declaration_of
from nentang.measure.open_data.registry import LICENCES
from nentang.measure.open_data.rules.schedule import GRACE


def take_on_dataset(
    *,
    code: str,
    organization_id: int,
    classification: str,
    frequency: str,
    licence: str,
    actor: Actor,
    at: datetime,
) -> Dataset:
    """The dataset, its first version due some days later.

    Raises NotYourDataset, DatasetNotFound, ChoiceUnknown, AlreadyTakenOn.
    """
    check_keeps(actor, organization_id)
    declaration_of(code)
    if not _are_known(classification, frequency, licence):
        raise ChoiceUnknown
    try:
        with transaction.atomic():
            dataset = Dataset.objects.create(
                code=code,
                owner_id=organization_id,
                classification=classification,
                frequency=frequency,
                licence=licence,
                taken_on_at=at,
                next_on=legal_day(at) + GRACE,
            )
            _note(dataset, actor, at)
    except IntegrityError:
        raise AlreadyTakenOn from None
    return dataset


def _are_known(classification: str, frequency: str, licence: str) -> bool:
    return (
        classification in Classification.values
        and frequency in Frequency.values
        and licence in LICENCES
    )


def _note(dataset: Dataset, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="open_data.take_on_dataset",
        subject=f"dataset:{dataset.pk}",
        organization_id=dataset.owner_id,
        details={"classification": str(dataset.classification)},
        at=at,
    )
