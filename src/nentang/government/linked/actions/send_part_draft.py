"""Send what was filled in by hand: the part becomes a dossier."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import draft_of, finish_draft
from nentang.government.catalogue.public import bundle_on
from nentang.government.linked.errors import BodyMissing, FormRenewed, PartGoesItsWay
from nentang.government.linked.models import Chain
from nentang.government.linked.permissions import check_is_applicant
from nentang.government.linked.queries import find_chain, part_named, receiver_of
from nentang.government.linked.rules.intake import PartIntake
from nentang.kernel.clock import legal_day

from ._opening import Opening, forget_answers, submit_part


@transaction.atomic
def send_part_draft(*, draft_id: UUID, actor: Actor, at: datetime) -> Chain:
    """The chain with that part under way. Invalid, FormRenewed, BodyMissing, PartGoesItsWay."""
    draft = draft_of(draft_id, actor=actor)
    intake = PartIntake.read(draft.subject_key)
    Chain.objects.select_for_update().filter(code=intake.code).first()
    chain = find_chain(intake.code)
    check_is_applicant(actor, chain)
    here = part_named(chain, intake.part)
    if not here.can_go_on:
        raise PartGoesItsWay
    if draft.form.digest != bundle_on(here.part.procedure, legal_day(at)).form.digest:
        raise FormRenewed
    body = receiver_of(chain, intake.part, legal_day(at))
    if body is None:
        raise BodyMissing
    answers = finish_draft(draft_id=draft_id, actor=actor, at=at)
    submit_part(here.part, Opening(body.id, answers, 0, 0), actor=actor, at=at)
    forget_answers(chain)
    return chain
