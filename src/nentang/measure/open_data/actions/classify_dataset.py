"""Say anew whether a dataset is open, and why."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.open_data.enums import Classification
from nentang.measure.open_data.errors import ChoiceUnknown, ReasonMissing
from nentang.measure.open_data.models import Dataset
from nentang.measure.open_data.permissions import check_keeps
from nentang.measure.open_data.queries import dataset_named


@transaction.atomic
def classify_dataset(
    *, code: str, classification: str, reason: str, actor: Actor, at: datetime
) -> Dataset:
    """The dataset; nothing of one that is not open is shown, its versions stay as they are.

    Raises DatasetNotFound, NotYourDataset, ChoiceUnknown, ReasonMissing.
    """
    dataset = dataset_named(code)
    check_keeps(actor, dataset.owner_id)
    if classification not in Classification.values:
        raise ChoiceUnknown
    if not reason.strip():
        raise ReasonMissing
    dataset.classification = classification
    dataset.save(update_fields=["classification"])
    record(
        actor=actor,
        action="open_data.classify_dataset",
        subject=f"dataset:{dataset.pk}",
        organization_id=dataset.owner_id,
        details={"classification": classification, "reason": reason.strip()[:300]},
        at=at,
    )
    return dataset
