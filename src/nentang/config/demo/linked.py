"""A birth at Yên Hoà in the middle of its three works: registered, at the police, the card still to come."""

from datetime import date, datetime, time, timedelta

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import SigningPool, sign_waiting_documents, store_file
from nentang.foundation.identity.public import Account, actor_for_account, person
from nentang.foundation.outbox.public import deliver_events
from nentang.government.civil_status.actions import give_child_number
from nentang.government.linked.actions import begin_chain
from nentang.government.linked.models import Chain, PartDossier
from nentang.government.services import actions as services
from nentang.kernel.clock import at_local, legal_day

from .cast import Office
from .papers import PROOF

FATHER = "buithu"
BORN = date(2020, 12, 24)


def play_birth_trio(
    commune: Office, police: Office, *, pool: SigningPool, until: datetime
) -> Chain:
    """Declared two days before the demo opens, granted the same day, received by the police the next."""
    day = legal_day(until) - timedelta(days=2)
    father = _father(until)
    chain = _declare(commune, father, at_local(day, time(9, 10)))
    _register(commune, chain, day)
    _settle(pool, at_local(day, time(15, 5)))
    residence = PartDossier.objects.get(part__chain=chain, part__name="residence").dossier
    morning = at_local(day + timedelta(days=1), time(8, 20))
    services.receive_dossier(code=residence.code, actor=police.clerk, at=morning)
    _settle(pool, morning)
    return chain


def _settle(pool: SigningPool, at: datetime) -> None:
    """Let papers be signed and what follows from them be done; the periodic work is not wanted here."""
    while sign_waiting_documents(at=at, pool=pool) or deliver_events(at=at, limit=200):
        continue


def _father(at: datetime) -> Actor:
    return actor_for_account(Account.objects.get(username=FATHER).pk, at, assurance=2)


def _declare(commune: Office, father: Actor, at: datetime) -> Chain:
    proof = store_file(content=PROOF, filename="giay-chung-sinh.png", actor=father, at=at)
    who, place = person(father.person_id or 0), commune.unit.full_name
    return begin_chain(
        kind="birth",
        organization_id=commune.organization_id,
        applicant_person_id=who.id,
        answers={
            "requester_name": who.full_name,
            "requester_number": who.personal_number,
            "relation": "father",
            "child_name": "Bùi An Nháp",
            "child_sex": "female",
            "child_birth_on": BORN.isoformat(),
            "child_birth_place": f"Trạm y tế {place}",
            "child_ethnicity": "Kinh",
            "child_nationality": "Việt Nam",
            "child_home_town": place,
            "mother_name": "Đỗ Thị Tạm",
            "mother_birth": "1991-05-16",
            "mother_ethnicity": "Kinh",
            "mother_nationality": "Việt Nam",
            "mother_residence": f"Xóm Nháp, {place}",
            "father_known": True,
            "father_name": who.full_name,
            "father_birth": who.birth_on.isoformat() if who.birth_on else "1988",
            "father_ethnicity": "Kinh",
            "father_nationality": "Việt Nam",
            "father_residence": f"Xóm Nháp, {place}",
            "birth_proof": [proof.pk],
            "lives_with": "father",
            "head_is": "parent",
            "residence_requester_phone": who.phone,
            "card_facility": f"Trạm y tế {place}",
        },
        actor=father,
        at=at,
        idempotency_key="demo:birth",
    )


def _register(commune: Office, chain: Chain, day: date) -> None:
    """Received, the number given by the population database, granted."""
    code = chain.code
    services.receive_dossier(code=code, actor=commune.clerk, at=at_local(day, time(10, 0)))
    give_child_number(code=code, actor=commune.clerk, at=at_local(day, time(14, 30)))
    services.propose_decision(code=code, actor=commune.clerk, at=at_local(day, time(14, 40)))
    services.grant_dossier(code=code, actor=commune.leader, at=at_local(day, time(15, 0)))
