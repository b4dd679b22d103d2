"""A clerk declares a linked matter for whoever stands at the counter and consented in writing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from nentang.agreements.actor import Actor
from nentang.foundation.audit.models import Record
from nentang.foundation.audit.public import looks_at_subject
from nentang.foundation.forms.public import Draft
from nentang.foundation.identity.errors import MandateNotInForce
from nentang.foundation.identity.models import Mandate
from nentang.foundation.identity.public import person, revoke_mandate
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.linked import actions
from nentang.government.linked.models import Chain
from nentang.government.services.actions import begin_assisting
from nentang.government.services.errors import (
    ConsentMissing,
    NotYourDesk,
    NotYourDossier,
    TakenInElsewhere,
)
from nentang.government.services.permissions import assisting
from nentang.kernel.errors import DomainError
from tests.foundation.outbox.workers import shared_database
from tests.government.services.factories import PIXEL, make_applicant, sign_in

from .factories import AN, Place, dossier_of, grant, make_place, make_proof, trio_answers

pytestmark = pytest.mark.django_db
CONSENT = "12/GĐY"


def helped(place: Place, mother: Actor, at: datetime) -> Actor:
    """The commune's clerk, acting for her."""
    return begin_assisting(
        person_id=mother.person_id or 0, consent=CONSENT, actor=place.commune.clerk, at=at
    )


def filled_in(acting: Actor, at: datetime, kind: str = "birth") -> Draft:
    """The draft with everything answered, as the clerk left it."""
    draft = actions.begin_at_counter(kind=kind, actor=acting, at=at)
    draft.answers = trio_answers(proof=make_proof(acting, at))
    draft.save()
    return draft


def test_the_matter_is_the_persons_and_came_in_at_the_counter(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    draft = filled_in(helped(place, mother, at), at)
    chain = actions.send_chain_draft(draft_id=draft.public_id, actor=place.commune.clerk, at=at)

    first = dossier_of(chain, "birth")
    assert chain.applicant_id == first.applicant_id == mother.person_id
    assert (first.channel, first.case.channel) == ("counter", "counter")
    assert first.submitted_by_id == place.commune.clerk.account_id


def test_later_works_come_in_at_the_counter_too_when_they_open_by_themselves(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    draft = filled_in(helped(place, mother, at), at)
    chain = actions.send_chain_draft(draft_id=draft.public_id, actor=place.commune.clerk, at=at)
    run_until_quiet(at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})

    assert dossier_of(chain, "residence").channel == "counter"


def test_the_audit_names_the_consent_and_the_mandate_the_signed_paper(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    acting = helped(place, mother, at)
    draft = filled_in(acting, at)
    chain = actions.send_chain_draft(draft_id=draft.public_id, actor=place.commune.clerk, at=at)

    records = Record.objects.filter(action__in=["linked.begin_chain", "services.submit_dossier"])
    assert {each.mandate_id for each in records} == {acting.mandate_id}
    assert {each.person_id for each in records} == {mother.person_id}
    mandate = Mandate.objects.get(pk=acting.mandate_id)
    assert CONSENT in mandate.basis
    assert (mandate.kind, mandate.scope) == ("counter", "services.assist")
    assert chain.submitted_by_id == place.commune.clerk.account_id


def test_without_a_signed_paper_nobody_acts(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    with pytest.raises(ConsentMissing):
        begin_assisting(
            person_id=mother.person_id or 0, consent=" ", actor=place.commune.clerk, at=at
        )


def test_only_a_clerk_helps(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    for actor in (place.commune.leader, make_applicant(at=at)):
        with pytest.raises(NotYourDesk):
            begin_assisting(person_id=mother.person_id or 0, consent=CONSENT, actor=actor, at=at)


def test_a_clerk_without_consent_declares_for_nobody(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    clerk = place.commune.clerk
    with pytest.raises(NotYourDossier):
        actions.begin_chain(
            kind="birth",
            organization_id=place.commune.body.pk,
            applicant_person_id=mother.person_id or 0,
            answers=trio_answers(proof=make_proof(clerk, at)),
            actor=clerk,
            at=at,
            idempotency_key="khong-giay",
        )


def test_the_clerk_of_another_office_does_not_send_it_there(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    stranger = begin_assisting(
        person_id=mother.person_id or 0, consent=CONSENT, actor=place.police.clerk, at=at
    )
    with pytest.raises((NotYourDesk, TakenInElsewhere)):
        actions.begin_chain(
            kind="birth",
            organization_id=place.commune.body.pk,
            applicant_person_id=mother.person_id or 0,
            answers=trio_answers(proof=make_proof(stranger, at)),
            actor=stranger,
            at=at,
            idempotency_key="noi-khac",
        )


@pytest.mark.parametrize("how", ["revoked", "tomorrow"])
def test_a_consent_that_ended_sends_nothing(at: datetime, how: str) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    acting = helped(place, mother, at)
    draft, clerk = filled_in(acting, at), place.commune.clerk
    later = at + timedelta(days=1) if how == "tomorrow" else at
    if how == "revoked":
        revoke_mandate(mandate_id=acting.mandate_id or 0, actor=mother, at=at)

    with pytest.raises(MandateNotInForce):
        actions.send_chain_draft(draft_id=draft.public_id, actor=clerk, at=later)
    assert not Chain.objects.exists()
    assert Draft.objects.get().finished_at is None


def test_the_consent_opens_nothing_else_of_the_person(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    acting = helped(place, mother, at)
    client = sign_in(place.commune.clerk)
    chosen = client.post(
        "/dinh-danh/thay-mat/", {"mandate": acting.mandate_id or 0, "next": "/ho-so/"}
    )

    assert chosen.status_code == 409
    with pytest.raises(MandateNotInForce):
        assisting(place.police.clerk, acting.mandate_id or 0, at=at)


def read(response: Any, status: int = 200) -> str:
    assert response.status_code == status, response.status_code
    return response.content.decode()


def asked(client: Client, number: str, **more: str) -> Any:
    data = {"personal_number": number, "matter": "linked:birth", "consent": CONSENT}
    return client.post("/mot-cua/lam-thay/", {**data, "is_signed": "1", **more}, follow=True)


def test_from_the_counters_page_to_the_receipt_in_the_browser(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    client = sign_in(place.commune.clerk)
    mother_is = person(mother.person_id or 0)
    assert "Sinh con: làm cả ba việc" in read(client.get("/mot-cua/lam-thay/"))
    page = read(asked(client, mother_is.personal_number))
    assert "Khai giúp" in page
    assert mother_is.full_name in page
    draft = Draft.objects.get()
    draft.answers = {k: v for k, v in trio_answers(proof=0).items() if k != "birth_proof"}
    draft.save()
    papers = next(
        s for s in draft.form.definition.steps if "birth_proof" in {f.name for f in s.fields}
    )
    step = f"/viec-lien-thong/khai/{draft.public_id}/{papers.name}/"
    photo = SimpleUploadedFile("chung-sinh.png", PIXEL, content_type="image/png")
    read(client.post(step, {"birth_proof": photo, "_go": "next"}, follow=True))

    review = f"/viec-lien-thong/khai/{draft.public_id}/xem-lai/"
    assert mother_is.full_name in read(client.get(review))
    receipt = read(client.post(review, follow=True))
    chain = Chain.objects.get()
    assert chain.code in receipt
    assert mother_is.full_name in receipt
    assert "Ctrl + P" in receipt
    assert read(client.post(review, follow=True)).count(chain.code) == receipt.count(chain.code)
    assert next(each.purpose for each in looks_at_subject(f"chain:{chain.pk}")) == "In biên nhận"
    assert read(sign_in(mother).get(f"/viec-lien-thong/ho-so/{chain.code}/"))
    read(sign_in(place.police.clerk).get(f"/mot-cua/viec-lien-thong/{chain.code}/bien-nhan/"), 404)
    read(
        sign_in(place.commune.leader).get(f"/mot-cua/viec-lien-thong/{chain.code}/bien-nhan/"), 403
    )


def test_a_page_without_the_signed_paper_is_shown_again(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    client = sign_in(place.commune.clerk)
    number = person(mother.person_id or 0).personal_number

    read(asked(client, number, is_signed=""), 422)
    read(asked(client, number, consent=" "), 422)
    assert not Mandate.objects.filter(kind="counter").exists()


def test_a_draft_of_a_consent_that_ended_is_not_shown(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    acting = helped(place, mother, at)
    draft = filled_in(acting, at)
    revoke_mandate(mandate_id=acting.mandate_id or 0, actor=mother, at=at)

    response = sign_in(place.commune.clerk).get(f"/viec-lien-thong/khai/{draft.public_id}/xem-lai/")
    assert response.status_code == 409


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or refused; all begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(20)
        try:
            return act()
        except DomainError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(60) for future in [threads.submit(run, act) for act in acts]]


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_once_it_is_one_matter(at: datetime, tmp_path: Path) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    draft = filled_in(helped(place, mother, at), at)
    clerk = place.commune.clerk
    with shared_database(tmp_path):
        made = at_once(
            [
                lambda: actions.send_chain_draft(draft_id=draft.public_id, actor=clerk, at=at)
                for _ in range(3)
            ]
        )
        assert Chain.objects.count() == 1
        assert any(isinstance(each, Chain) for each in made)
