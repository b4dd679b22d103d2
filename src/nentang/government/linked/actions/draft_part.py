"""Go on with a part by hand: a draft of its own form, with all that is known already."""

from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import copy_file
from nentang.foundation.forms.public import Draft, FormDefinition, start_draft
from nentang.government.catalogue.public import bundle_on
from nentang.government.linked.errors import PartGoesItsWay
from nentang.government.linked.permissions import check_is_applicant
from nentang.government.linked.queries import (
    PartHere,
    find_chain,
    outcomes_of,
    part_named,
    parts_of,
)
from nentang.government.linked.rules.carrying import Outcomes, fill_in
from nentang.government.linked.rules.intake import PartIntake
from nentang.kernel.clock import legal_day


@transaction.atomic
def draft_part(*, code: str, part: str, actor: Actor, at: datetime) -> Draft:
    """The draft, begun now or before. ChainNotFound for others, PartNotFound, PartGoesItsWay."""
    chain = find_chain(code)
    check_is_applicant(actor, chain)
    here = part_named(chain, part)
    if not here.can_go_on:
        raise PartGoesItsWay
    form = bundle_on(here.part.procedure, legal_day(at)).form
    answers = _known(here, form, chain.answers, outcomes_of(parts_of(chain)))
    for name in form.file_fields:
        if name in answers:
            copies = (copy_file(file_id=each, actor=SYSTEM, at=at) for each in answers[name])
            answers[name] = [copy.pk for copy in copies]
    record(
        actor=actor,
        action="linked.draft_part",
        subject=f"chain:{chain.pk}",
        person_id=chain.applicant_id,
        details={"part": part},
        at=at,
    )
    return start_draft(
        form=form,
        subject_key=str(PartIntake(code, part)),
        person_id=chain.applicant_id,
        actor=actor,
        at=at,
        answers=answers,
    )


def _known(
    here: PartHere, form: FormDefinition, declared: dict[str, Any], so_far: Outcomes
) -> dict[str, Any]:
    """What its last dossier said, or else what was declared and came of the parts before."""
    if here.dossier:
        return dict(here.dossier.answers)
    names = [field.name for field in form.fields]
    return fill_in(here.step, names, declared, so_far).answers
