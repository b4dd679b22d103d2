"""The result reaches its applicant the way they chose: electronic, at any counter, by post."""

from datetime import datetime, timedelta

import pytest

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.public import Draft
from nentang.foundation.identity.public import person
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.enums import Channel, DeliveryWay
from nentang.government.services.errors import (
    AddressMissing,
    DeliverySettled,
    DossierNotFound,
    NotYourDesk,
    ResultNotReady,
    TakenInElsewhere,
    TrackingMissing,
)
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_can_see
from nentang.government.services.queries import find_dossier
from nentang.kernel import clock

from .factories import (
    PIXEL,
    Office,
    birth_answers,
    make_applicant,
    make_dossier,
    make_neighbour,
    make_office,
    sign_in,
)

pytestmark = pytest.mark.django_db
HOME = "Số 1 ngõ Thử, xã Mẫu, huyện Mẫu, 0900000000"


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


def decided(office: Office, dossier: Dossier, at: datetime) -> Dossier:
    code = dossier.code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.grant_dossier(code=code, actor=office.leader, at=at)
    run_until_quiet(at=at + timedelta(minutes=1))
    return find_dossier(code)


def choose(dossier: Dossier, way: DeliveryWay, by: object, at: datetime, **chosen: object) -> None:
    actions.choose_delivery(
        code=dossier.code,
        way=way,
        actor=by,  # type: ignore[arg-type]
        at=at,
        **{"counter_id": None, "address": "", **chosen},  # type: ignore[arg-type]
    )


def test_a_result_is_fetched_at_another_counter(office: Office, at: datetime) -> None:
    mother, other = make_applicant(at=at), make_neighbour(office, at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    choose(dossier, DeliveryWay.COUNTER, mother, at, counter_id=other.body.pk)

    after = decided(office, dossier, at)
    assert (after.case.state, after.case.holder_id) == ("done", other.body.pk)
    with pytest.raises(NotYourDesk):
        actions.return_result(code=dossier.code, actor=office.clerk, at=at)
    actions.return_result(code=dossier.code, actor=other.clerk, at=at)
    assert find_dossier(dossier.code).case.state == "returned"


def test_a_signed_result_moves_when_the_applicant_changes_their_mind(
    office: Office, at: datetime
) -> None:
    mother, other = make_applicant(at=at), make_neighbour(office, at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    choose(dossier, DeliveryWay.COUNTER, mother, at)
    assert decided(office, dossier, at).case.holder_id == office.body.pk

    choose(dossier, DeliveryWay.COUNTER, mother, at, counter_id=other.body.pk)
    assert find_dossier(dossier.code).case.holder_id == other.body.pk
    choose(dossier, DeliveryWay.ELECTRONIC, mother, at)
    assert find_dossier(dossier.code).case.state == "returned"
    with pytest.raises(DeliverySettled):
        choose(dossier, DeliveryWay.POST, mother, at, address=HOME)


def test_the_post_brings_it_and_the_applicant_says_so(office: Office, at: datetime) -> None:
    mother = make_applicant(at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    choose(dossier, DeliveryWay.POST, mother, at, address=HOME)
    assert decided(office, dossier, at).case.state == "done"
    with pytest.raises(ResultNotReady):
        actions.confirm_arrival(code=dossier.code, actor=mother, at=at)

    with pytest.raises(TrackingMissing):
        actions.post_result(code=dossier.code, tracking="  ", actor=office.clerk, at=at)
    actions.post_result(code=dossier.code, tracking="EX 000 000 001 VN", actor=office.clerk, at=at)
    with pytest.raises(ResultNotReady):
        actions.post_result(code=dossier.code, tracking="EX2", actor=office.clerk, at=at)
    run_until_quiet(at=at + timedelta(minutes=2))

    told = Message.objects.filter(person_id=mother.person_id).order_by("-pk")[0]
    assert (told.template, find_dossier(dossier.code).delivery.tracking) == (
        "services.post_result",
        "EX000000001VN",
    )
    with pytest.raises(DeliverySettled):
        choose(dossier, DeliveryWay.ELECTRONIC, mother, at)
    actions.confirm_arrival(code=dossier.code, actor=mother, at=at)
    assert find_dossier(dossier.code).case.state == "returned"


def test_the_post_needs_an_address_and_only_those_concerned_choose(
    office: Office, at: datetime
) -> None:
    mother, other = make_applicant(at=at), make_neighbour(office, at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)

    with pytest.raises(AddressMissing):
        choose(dossier, DeliveryWay.POST, mother, at, address="nhà")
    for stranger in (make_applicant(at=at), other.clerk):
        with pytest.raises(DossierNotFound):
            choose(dossier, DeliveryWay.POST, stranger, at, address=HOME)
    choose(dossier, DeliveryWay.POST, office.clerk, at, address=HOME)
    assert find_dossier(dossier.code).delivery.address == HOME


def test_a_counter_takes_in_for_another_body_and_hands_the_result_out(
    office: Office, at: datetime
) -> None:
    other = make_neighbour(office, at=at)
    dossier = taken_in(office, by=other.clerk, counter=other, at=at)
    check_can_see(other.clerk, dossier)
    with pytest.raises(NotYourDesk):
        actions.receive_dossier(code=dossier.code, actor=other.clerk, at=at)

    assert decided(office, dossier, at).case.holder_id == other.body.pk
    actions.return_result(code=dossier.code, actor=other.clerk, at=at)


def test_only_its_own_clerk_takes_in_at_a_counter(office: Office, at: datetime) -> None:
    other = make_neighbour(office, at=at)
    with pytest.raises(TakenInElsewhere):
        taken_in(office, by=office.clerk, counter=other, at=at)


def taken_in(office: Office, *, by: Actor, counter: Office, at: datetime) -> Dossier:
    """A birth for that office, declared at the other's counter."""
    proof = store_file(content=PIXEL, filename="chung-sinh.png", actor=by, at=at)
    return actions.submit_dossier(
        procedure="1.001193",
        organization_id=office.body.pk,
        applicant_person_id=make_applicant(at=at).person_id or 0,
        channel=Channel.COUNTER,
        answers=birth_answers(proof=proof.pk),
        actor=by,
        at=at,
        counter_id=counter.body.pk,
    )


def test_the_receipt_says_where_the_result_is_fetched(office: Office, at: datetime) -> None:
    mother, other = make_applicant(at=at), make_neighbour(office, at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    choose(dossier, DeliveryWay.COUNTER, mother, at, counter_id=other.body.pk)
    actions.receive_dossier(code=dossier.code, actor=office.clerk, at=at)

    (slip,) = find_dossier(dossier.code).slips.select_related("document")
    rows = dict(slip.document.data["rows"])
    assert rows["Nhận kết quả"] == f"Tại quầy một cửa, {other.body.name}"


class TestPages:
    def test_an_applicant_finds_a_counter_elsewhere_and_chooses_it(
        self, office: Office, at: datetime
    ) -> None:
        mother, other = make_applicant(at=at), make_neighbour(office, at=at)
        code = make_dossier(office=office, applicant=mother, at=at).code
        client, page = sign_in(mother), f"/ho-so/{code}/nhan-ket-qua/"

        found = client.get(page, {"q": "lang gieng"}).content.decode()
        assert other.body.name in found
        sent = client.post(page, {"way": f"counter:{other.body.pk}"})
        assert (sent.status_code, sent["Location"]) == (302, f"/ho-so/{code}/")
        assert other.body.name in client.get(f"/ho-so/{code}/").content.decode()
        assert client.post(page, {"way": "post", "address": ""}).status_code == 422
        assert sign_in(make_applicant(at=at)).get(page).status_code in (403, 404)

    def test_a_clerk_posts_it_and_the_applicant_says_it_came(
        self, office: Office, at: datetime
    ) -> None:
        mother = make_applicant(at=at)
        dossier = make_dossier(office=office, applicant=mother, at=at)
        desk = sign_in(office.clerk)
        sent = desk.post(f"/mot-cua/tra-ket-qua/{dossier.code}/", {"way": "post", "address": HOME})
        assert sent["Location"] == f"/mot-cua/ho-so/{dossier.code}/"
        version = decided(office, dossier, at).case.version

        desk.post(
            f"/mot-cua/ho-so/{dossier.code}/gui-buu-dien/", {"version": version, "text": "EX1"}
        )
        home = sign_in(mother)
        assert "EX1" in home.get(f"/ho-so/{dossier.code}/").content.decode()
        home.post(f"/ho-so/{dossier.code}/da-nhan/")
        assert find_dossier(dossier.code).case.state == "returned"

    def test_a_clerk_takes_in_for_a_commune_elsewhere(self, office: Office, at: datetime) -> None:
        other = make_neighbour(office, at=at)
        citizen = make_applicant(at=at)
        client = sign_in(other.clerk)
        asked = {
            "personal_number": person(citizen.person_id or 0).personal_number or "",
            "procedure": "1.001193",
            "place": "Xã Mẫu",
        }
        assert (
            "Cơ quan nào giải quyết?" in client.post("/mot-cua/tiep-nhan/", asked).content.decode()
        )
        begun = client.post("/mot-cua/tiep-nhan/", {**asked, "body": str(office.body.pk)})
        assert begun.status_code == 302
        proof = store_file(content=PIXEL, filename="chung-sinh.png", actor=other.clerk, at=at)
        Draft.objects.update(answers=birth_answers(proof=proof.pk))
        review = begun["Location"].rsplit("/", 2)[0] + "/xem-lai/"
        code = client.post(review)["Location"].split("/")[3]

        nowhere = client.post("/mot-cua/tiep-nhan/", {**asked, "place": "Chốn Không Tên"})
        assert "Chưa thấy cơ quan nào" in nowhere.content.decode()
        dossier = find_dossier(code)
        assert (dossier.organization_id, dossier.counter_id) == (office.body.pk, other.body.pk)
        assert code in client.get("/mot-cua/tiep-nhan/").content.decode()
