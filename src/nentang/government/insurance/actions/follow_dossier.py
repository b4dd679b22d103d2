"""Enter what a granted card of a child says, once."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.insurance.enums import Payer
from nentang.government.insurance.models import LAW
from nentang.government.insurance.queries import is_entered_from
from nentang.government.insurance.rules.child_card import child_card_law
from nentang.government.insurance.rules.reading import read_card
from nentang.government.population.public import find_citizen
from nentang.government.services.public import read_answers
from nentang.kernel.clock import legal_day

from .enter_insured import enter_insured
from .issue_card import Card, issue_card

CHILD, FULL_BENEFIT = "TE", 1


@transaction.atomic
def follow_dossier(*, code: str, at: datetime) -> bool:
    """Whether the dossier gave a card that was entered now; a second call enters nothing.

    A child whom the population register does not know has none: there would be nobody to whom it belongs.
    """
    if is_entered_from(code):
        return False
    dossier = read_answers(
        code=code,
        purpose="Ghi thẻ vào cơ sở dữ liệu bảo hiểm",
        legal_basis=LAW,
        actor=SYSTEM,
        at=at,
    )
    said = read_card(dossier.answers)
    child = find_citizen(said.personal_number)
    if child is None:
        return False
    today, basis = legal_day(at), Basis(BasisKind.CASE, code)
    insured = enter_insured(
        person_id=child.person_id,
        number=said.insurance_number,
        keeper_id=dossier.organization_id,
        basis=basis,
        actor=SYSTEM,
        at=at,
    )
    issue_card(
        insured=insured,
        card=Card(Payer.STATE, CHILD, FULL_BENEFIT, said.facility),
        good_from=said.born_on,
        good_until=child_card_law().in_force(on=today).good_until(said.born_on),
        basis=basis,
        actor=SYSTEM,
        at=at,
    )
    return True
