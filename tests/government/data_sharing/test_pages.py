"""Officers find data, ask for it and decide on pages; everyone reads the catalogue and the state of the network."""

from datetime import datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from pytest_django import Settings

from nentang.government.data_sharing import actions
from nentang.government.data_sharing.models import AccessRequest, Certificate, Grant, SharedService
from tests.government.services.factories import make_applicant, make_officer, sign_in

from .factories import Network, ask, make_network, request_pem

pytestmark = pytest.mark.django_db
ROOT = "/chia-se-du-lieu/"


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: object) -> None:
    settings.EXCHANGE_FOLDER = tmp_path


@pytest.fixture
def network(at: datetime) -> Network:
    return make_network(at=at)


def test_everyone_finds_a_service_without_marks(client: Client, network: Network) -> None:
    found = client.get(ROOT, {"q": "xac nhan"})
    assert network.service.title in found.content.decode()
    nothing = client.get(ROOT, {"q": "zzz", "sau": "x" * 30})
    assert "Chưa có dịch vụ dữ liệu nào như vậy" in nothing.content.decode()


def test_everyone_reads_what_a_service_gives_and_its_openapi(
    client: Client, network: Network
) -> None:
    address = f"{ROOT}dich-vu/{network.service.pk}/"
    page = client.get(address).content.decode()
    assert "/r1/G30/population/confirm.v1" in page
    assert "họ và tên" in page
    assert "Đề nghị dùng dữ liệu này" not in page
    assert client.get(f"{address}openapi.json").json()["openapi"] == "3.1.0"
    assert client.get(f"{ROOT}dich-vu/999/").status_code == 404


def test_an_officer_asks_and_a_leader_of_the_provider_grants(
    network: Network, at: datetime
) -> None:
    asker = sign_in(network.asker_admin)
    address = f"{ROOT}dich-vu/{network.service.pk}/de-nghi/"
    assert "Chỉ chọn trường thật sự cần" in asker.get(address).content.decode()
    said = {
        "he-thong": network.one_stop.pk,
        "muc-dich": "dossier",
        "ly-do": "Điền sẵn tờ khai",
        "can-cu": "Nghị định 61/2018/NĐ-CP",
        "truong": ["name"],
        "pham-vi": "address.province = 98",
        "tu": "2020-12-07",
        "den": "2021-12-31",
    }
    refused = asker.post(address, said | {"truong": []})
    assert refused.status_code == 422
    assert "Điền sẵn tờ khai" in refused.content.decode()
    asked = asker.post(address, said)
    code = AccessRequest.objects.get().code
    assert asked["Location"] == f"{ROOT}de-nghi/{code}/"

    leader = sign_in(network.holder_leader)
    assert "Cấp quyền đúng như đề nghị" in leader.get(f"{ROOT}de-nghi/{code}/").content.decode()
    assert leader.post(f"{ROOT}de-nghi/{code}/cap-quyen/", {"text": "Được"}).status_code == 302
    grants = asker.get(f"{ROOT}quyen/").content.decode()
    assert "Đang hiệu lực" in grants
    assert Grant.objects.get().code in grants


def test_what_is_refused_on_a_page_keeps_what_was_typed(network: Network, at: datetime) -> None:
    code = ask(network, at).code
    leader = sign_in(network.holder_leader)

    assert leader.post(f"{ROOT}de-nghi/{code}/tu-choi/", {"text": " "}).status_code == 422
    assert leader.post(f"{ROOT}de-nghi/{code}/nonsense/").status_code == 404
    assert leader.post(f"{ROOT}de-nghi/{code}/tu-choi/", {"text": "Không"}).status_code == 302
    again = leader.post(f"{ROOT}de-nghi/{code}/cap-quyen/")
    assert again.status_code == 422


def test_a_request_is_for_the_two_bodies_only(network: Network, at: datetime) -> None:
    code = ask(network, at).code

    from tests.government.services.factories import make_office

    stranger = sign_in(make_office(at=at).leader)
    assert stranger.get(f"{ROOT}de-nghi/{code}/").status_code == 404
    assert stranger.post(f"{ROOT}de-nghi/{code}/rut/").status_code == 404
    assert sign_in(make_applicant(at=at)).get(f"{ROOT}quyen/").status_code == 403
    clerk = sign_in(make_officer(network.asker, "clerk", at=at))
    assert clerk.post(f"{ROOT}de-nghi/{code}/rut/").status_code == 403
    assert sign_in(network.asker_admin).post(f"{ROOT}de-nghi/{code}/rut/").status_code == 302


def test_a_grant_is_ended_with_a_reason(network: Network, at: datetime) -> None:
    grant = actions.grant_access(
        code=ask(network, at).code, answer="", actor=network.holder_leader, at=at
    )
    leader = sign_in(network.holder_leader)

    assert leader.post(f"{ROOT}quyen/{grant.code}/ket-thuc/", {"text": ""}).status_code == 422
    assert leader.post(f"{ROOT}quyen/{grant.code}/ket-thuc/", {"text": "Sai"}).status_code == 302
    assert "Đã kết thúc" in leader.get(f"{ROOT}quyen/").content.decode()


def test_an_administrator_joins_names_systems_and_gets_a_certificate(
    network: Network, at: datetime
) -> None:
    admin = sign_in(network.asker_admin)
    own = f"{ROOT}co-quan/"

    bad = admin.post(f"{own}tham-gia/", {"dia-chi": "http://x"})
    assert bad.status_code == 422
    assert "http://x" in bad.content.decode()
    good = admin.post(f"{own}tham-gia/", {"dia-chi": "https://nut.example.vn"})
    assert good.status_code == 302
    assert admin.post(f"{own}he-thong/", {"ma": "tax", "ten": "Thuế"}).status_code == 302
    csr = request_pem(Ed25519PrivateKey.generate())
    issued = admin.post(f"{own}chung-thu/", {"he-thong": "tax", "csr": csr})
    assert "BEGIN CERTIFICATE" in issued.content.decode()
    fingerprint = Certificate.objects.get().fingerprint
    assert admin.post(f"{own}thu-hoi/", {"dau": fingerprint}).status_code == 302
    assert "Đã thu hồi" in admin.get(own).content.decode()
    assert admin.post(f"{own}nonsense/").status_code == 404


def test_an_administrator_offers_a_service(network: Network, at: datetime) -> None:
    admin = sign_in(network.holder_admin)
    said = {
        "he-thong": "population",
        "ma": "family.v1",
        "ten": "Quan hệ gia đình",
        "mo-ta": "Cha, mẹ, vợ, chồng, con",
        "kieu": "special",
        "truong": "* father: cha\n* mother: mẹ",
        "ai": "path:0",
        "danh-sach": "",
        "khoa": "",
        "openapi": '{"openapi": "3.1.0", "paths": {"/": {"get": {}}}}',
    }
    for wrong in ({"openapi": "{"}, {"openapi": "[]"}, {"kieu": "x"}, {"ai": ""}, {"truong": "x"}):
        assert admin.post(f"{ROOT}co-quan/dich-vu/", said | wrong).status_code == 422
    assert admin.post(f"{ROOT}co-quan/dich-vu/", said).status_code == 302
    made = SharedService.objects.get(code="family.v1")
    assert (made.methods, made.subject) == (["GET"], "path:0")


def test_everyone_sees_the_network_and_nodes_fetch_the_signed_list(
    client: Client, network: Network, at: datetime
) -> None:
    page = client.get(f"{ROOT}mang/").content.decode()
    assert "Bộ Mẫu" in page
    assert client.get(f"{ROOT}ban-mang").status_code == 404
    actions.refresh_snapshot(at=at)
    assert b"G30/population/confirm.v1" in client.get(f"{ROOT}ban-mang").content


def test_lists_need_as_many_queries_for_many_rows_as_for_one(
    client: Client, network: Network, at: datetime, django_assert_max_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from .factories import make_service

    def queries(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    addresses = (ROOT, f"{ROOT}mang/")
    first = [queries(each) for each in addresses]
    for number in range(5):
        make_service(network.register, network.holder_admin, at=at, code=f"more.v{number}")
    assert [queries(each) for each in addresses] == first


def test_programs_read_the_catalogue_and_the_network(client: Client, network: Network) -> None:
    page = client.get("/api/v1/shared-services", {"q": "xac nhan"}).json()
    assert [each["address"] for each in page["items"]] == ["G30/population/confirm.v1"]
    assert page["next"] is None
    one = client.get(f"/api/v1/shared-services/{network.service.pk}").json()
    assert one["fields"][0] == {"path": "name", "title": "họ và tên", "personal": True}
    assert client.get("/api/v1/shared-services/999").status_code == 404
    assert client.get("/api/v1/exchange-network").json()["members"] == 2
