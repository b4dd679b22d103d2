"""What was given or issued once is given again by ticking it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from nentang.agreements.actor import Actor
from nentang.foundation.documents.errors import FileNotFound
from nentang.foundation.documents.public import copy_file
from nentang.foundation.forms.public import Draft
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.models import Dossier
from nentang.government.services.queries import find_dossier, known_papers
from nentang.kernel import clock

from .factories import Office, birth_answers, make_applicant, make_dossier, make_office, sign_in

pytestmark = pytest.mark.django_db
STEP = "papers"


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


def granted(office: Office, mother: Actor, at: datetime) -> Dossier:
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.grant_dossier(code=code, actor=office.leader, at=at)
    run_until_quiet(at=at + timedelta(minutes=1))
    return find_dossier(code)


def begun(client: Client, office: Office) -> str:
    """The address of the step that asks for papers, in a new draft for a birth."""
    sent = client.post(f"/dich-vu-cong/1.001193/nop/{office.body.pk}/")
    return "/".join(sent["Location"].split("/")[:4]) + f"/{STEP}/"


def test_results_and_papers_of_before_are_offered_once_each(office: Office, at: datetime) -> None:
    mother = make_applicant(at=at)
    granted(office, mother, at)
    make_dossier(office=office, applicant=mother, at=at)  # the same proof once more

    offered = known_papers(mother.person_id or 0)
    assert [paper.title for paper in offered[:2]] == ["Giấy khai sinh", "Ảnh giấy chứng sinh"]
    page = sign_in(mother).get(begun(sign_in(mother), office)).content.decode()
    assert "Dùng lại giấy tờ đã có (2)" in page


def test_a_ticked_paper_is_in_the_dossier_without_being_sent_again(
    office: Office, at: datetime
) -> None:
    mother = make_applicant(at=at)
    before = make_dossier(office=office, applicant=mother, at=at).papers.select_related("file")[0]
    client = sign_in(mother)
    page = begun(client, office)
    ticked = {f"birth_proof.known.{before.file.public_id}": "1", "_go": "next"}
    for _twice in range(2):
        client.post(page, ticked)

    draft = Draft.objects.get(public_id=UUID(page.split("/")[3]))
    (copy,) = draft.answers["birth_proof"]
    assert copy != before.file_id
    draft.answers = birth_answers(proof=copy)
    draft.save()
    client.post(page.replace(f"/{STEP}/", "/xem-lai/"))
    sent = Dossier.objects.get(idempotency_key=f"draft:{draft.public_id}")
    (paper,) = sent.papers.select_related("file")
    assert paper.file.sha256 == before.file.sha256
    assert paper.file.subject == f"dossier:{sent.pk}"


def test_another_persons_paper_is_not_taken(office: Office, at: datetime) -> None:
    mother, stranger = make_applicant(at=at), make_applicant(at=at)
    paper = make_dossier(office=office, applicant=mother, at=at).papers.select_related("file")[0]
    client = sign_in(stranger)
    page = begun(client, office)

    client.post(page, {f"birth_proof.known.{paper.file.public_id}": "1"})
    draft = Draft.objects.get(public_id=UUID(page.split("/")[3]))
    assert not draft.answers.get("birth_proof")
    with pytest.raises(FileNotFound):
        copy_file(file_id=paper.file_id, actor=stranger, at=at)
