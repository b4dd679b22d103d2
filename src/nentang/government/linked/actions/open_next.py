"""Open the parts that waited for a result, once it is signed."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import copy_file
from nentang.foundation.forms.public import clean, validate
from nentang.foundation.notifications.public import notify
from nentang.government.catalogue.public import Bundle, ProcedureNotFound, bundle_on
from nentang.government.linked.enums import PartState
from nentang.government.linked.models import Chain, Part, PartDossier
from nentang.government.linked.queries import (
    PartHere,
    find_chain,
    outcomes_of,
    parts_of,
    receiver_of,
)
from nentang.government.linked.registry import OPENED, STUCK
from nentang.government.linked.rules.carrying import Filled, fill_in
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import DomainError

from ._opening import Opening, forget_answers, submit_part

NO_BODY, NOT_ANSWERED = "linked.no_body", "linked.not_answered"


@transaction.atomic
def open_next(*, dossier_id: int, at: datetime) -> list[Part]:
    """The parts that this brought on: opened, or stuck with what they lack.

    Nothing where the dossier belongs to no chain, has no signed result, or they were opened before.
    """
    row = PartDossier.objects.filter(dossier=dossier_id).select_related("part").first()
    if row is None:
        return []
    locked = Chain.objects.select_for_update().get(pk=row.part.chain_id)
    chain = find_chain(locked.code)
    here = parts_of(chain)
    if not any(
        each.dossier and each.dossier.pk == dossier_id and _is_signed(each) for each in here
    ):
        return []
    waiting = [each for each in here if _waits_for(each, row.part.name)]
    for each in waiting:
        _open(chain, each, here, at)
    if waiting:
        forget_answers(chain)
    return [each.part for each in waiting]


def _is_signed(here: PartHere) -> bool:
    result = here.dossier.result if here.dossier else None
    return here.is_granted and result is not None and result.state == "signed"


def _waits_for(here: PartHere, name: str) -> bool:
    """Also what is stuck for a value of that result, though it waits for another's."""
    if here.part.state == PartState.STUCK:
        return True
    return here.part.state == PartState.WAITING and here.step.waits_for == name


def _open(chain: Chain, here: PartHere, all_parts: list[PartHere], at: datetime) -> None:
    today = legal_day(at)
    try:
        bundle = bundle_on(here.part.procedure, today)
    except ProcedureNotFound as error:
        _stick(chain, here.part, error.code, [], at)
        return
    body = receiver_of(chain, here.part.name, today)
    names = [field.name for field in bundle.form.fields]
    filled = fill_in(here.step, names, chain.answers, outcomes_of(all_parts))
    missing = _missing(bundle, filled, today)
    if body is None or missing:
        _stick(chain, here.part, NOT_ANSWERED if missing else NO_BODY, missing, at)
        return
    try:
        with transaction.atomic():
            opening = _with_copies(body.id, bundle, filled, at)
            submit_part(here.part, opening, actor=SYSTEM, at=at)
    except DomainError as error:
        _stick(chain, here.part, error.code, [], at)
        return
    _notify(chain, OPENED.code, at)


def _missing(bundle: Bundle, filled: Filled, today: date) -> list[str]:
    answers = clean(bundle.form, filled.answers)
    return sorted({path.partition(".")[0] for path in validate(bundle.form, answers, on=today)})


def _with_copies(body_id: int, bundle: Bundle, filled: Filled, at: datetime) -> Opening:
    """The papers are copied: each belongs to one dossier only."""
    answers = clean(bundle.form, filled.answers)
    carried = filled.carried & answers.keys()
    papers = [name for name in bundle.form.file_fields if name in answers]
    for name in papers:
        answers[name] = [
            copy_file(file_id=file_id, actor=SYSTEM, at=at).pk for file_id in answers[name]
        ]
    return Opening(body_id, answers, len(carried), len(carried.intersection(papers)))


def _stick(chain: Chain, part: Part, trouble: str, missing: list[str], at: datetime) -> None:
    """Say what keeps the part from being opened; the applicant hears of it once."""
    is_news = part.state != PartState.STUCK
    part.state, part.trouble, part.missing, part.changed_at = (
        PartState.STUCK,
        trouble,
        missing,
        at,
    )
    part.save()
    record(
        actor=SYSTEM,
        action="linked.stick_part",
        subject=f"chain:{chain.pk}",
        person_id=chain.applicant_id,
        details={"part": part.name, "trouble": trouble},
        at=at,
    )
    if is_news:
        _notify(chain, STUCK.code, at)


def _notify(chain: Chain, template: str, at: datetime) -> None:
    notify(
        template=template,
        person_id=chain.applicant_id,
        context={"code": chain.code},
        subject=f"chain:{chain.pk}",
        at=at,
    )
