"""A body asks another for data and is answered within the days of the law; grants end when they should."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.public import due_for
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.data_sharing import actions
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.errors import (
    AlreadyAsked,
    AlreadyJoined,
    CertificateRequestUnreadable,
    DescriptionUnreadable,
    FieldsMissing,
    GrantEnded,
    GrantNotFound,
    MemberNotFound,
    NotYourBody,
    PurposeMissing,
    ReasonMissing,
    RequestNotFound,
    RowsUnreadable,
    ServiceNotFound,
    TermWrong,
    WordUnreadable,
)
from nentang.government.data_sharing.models import Grant, Member
from nentang.government.data_sharing.queries import (
    grants_of,
    network_state,
    search_services,
    state_of,
)
from nentang.government.data_sharing.rules.terms import answer_days_on, is_granted_at_once
from nentang.government.data_sharing.rules.wishes import read_fields, read_rows
from tests.government.services.factories import make_applicant, make_officer

from .factories import Network, ask, certified, make_network, make_service, wish

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(at: datetime) -> Network:
    return make_network(at=at)


def test_a_request_is_due_within_the_working_days_of_its_day(
    network: Network, at: datetime
) -> None:
    request = ask(network, at)

    assert request.case.due_at == due_for(at, working_days=5)
    assert request.case.holder_id == network.holder.pk
    assert state_of(request).name == "asked"


@pytest.mark.parametrize(
    ("day", "days"), [(date(2020, 5, 25), 5), (date(2025, 8, 18), 5), (date(2025, 8, 19), 2)]
)
def test_the_days_to_answer_are_those_of_the_law_then(day: date, days: int) -> None:
    assert answer_days_on(day).value == days


def test_what_is_granted_is_what_was_asked_for(network: Network, at: datetime) -> None:
    request = ask(network, at, rows={"address.province": ["98"]})

    grant = actions.grant_access(
        code=request.code, answer="Đồng ý", actor=network.holder_leader, at=at
    )

    assert grant.fields == ["name"]
    assert grant.rows == {"address.province": ["98"]}
    assert (grant.valid_from, grant.valid_to) == (request.valid_from, request.valid_to)
    assert [each.code for each in grants_of([network.asker.pk])] == [grant.code]
    request.case.refresh_from_db()
    assert request.case.state == "granted"


def test_data_shared_by_default_is_granted_at_once(at: datetime) -> None:
    network = make_network(at=at, sharing=Sharing.DEFAULT)

    request = ask(network, at)

    assert request.case.state == "granted"
    assert Grant.objects.get().request == request
    assert not is_granted_at_once(Sharing.SPECIAL, at.date())


def test_a_refusal_says_why(network: Network, at: datetime) -> None:
    request = ask(network, at)
    by: Any = {"code": request.code, "actor": network.holder_leader, "at": at}

    with pytest.raises(ReasonMissing):
        actions.refuse_access(reason=" ", **by)
    actions.refuse_access(reason="Không thuộc phạm vi", **by)

    request.refresh_from_db()
    assert (request.outcome, request.answer) == ("refused", "Không thuộc phạm vi")
    with pytest.raises(StepNotPossible):
        actions.grant_access(answer="", **by)


def test_only_a_leader_of_the_provider_decides_and_strangers_know_nothing(
    network: Network, at: datetime
) -> None:
    request = ask(network, at)

    for actor in (network.holder_admin, network.asker_admin, make_applicant(at=at)):
        with pytest.raises(NotYourBody):
            actions.grant_access(code=request.code, answer="", actor=actor, at=at)
    with pytest.raises(RequestNotFound):
        actions.withdraw_request(code=request.code, actor=make_applicant(at=at), at=at)
    with pytest.raises(NotYourBody):
        actions.withdraw_request(code=request.code, actor=network.holder_leader, at=at)


def test_one_request_for_a_purpose_is_open_at_a_time(network: Network, at: datetime) -> None:
    request = ask(network, at)

    with pytest.raises(AlreadyAsked) as refused:
        ask(network, at)
    assert request.code in refused.value.sentence

    actions.withdraw_request(code=request.code, actor=network.asker_admin, at=at)
    assert ask(network, at).code != request.code


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"purpose": "curiosity"}, PurposeMissing),
        ({"reason": " "}, PurposeMissing),
        ({"legal_basis": ""}, PurposeMissing),
        ({"fields": ()}, FieldsMissing),
        ({"fields": ("name", "salary")}, FieldsMissing),
        ({"rows": {"born_on": ["1990"]}}, RowsUnreadable),
        ({"valid_from": date(2020, 12, 6)}, TermWrong),
        ({"valid_to": date(2020, 12, 7)}, TermWrong),
        ({"valid_to": date(2026, 1, 1)}, TermWrong),
    ],
)
def test_a_wish_that_the_service_cannot_fulfil_is_refused(
    network: Network, at: datetime, changed: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(network, at, **changed)


def test_somebody_without_a_role_there_does_not_ask(network: Network, at: datetime) -> None:
    for actor in (network.holder_admin, make_officer(network.asker, "clerk", at=at)):
        with pytest.raises(NotYourBody):
            actions.ask_access(
                service_id=network.service.pk,
                client=network.one_stop,
                wish=wish(at),
                actor=actor,
                at=at,
            )


def test_a_grant_ends_once_by_either_side_and_with_a_reason(network: Network, at: datetime) -> None:
    request = ask(network, at)
    grant = actions.grant_access(code=request.code, answer="", actor=network.holder_leader, at=at)

    with pytest.raises(GrantNotFound):
        actions.end_access(code=grant.code, reason="x", actor=make_applicant(at=at), at=at)
    with pytest.raises(NotYourBody):
        actions.end_access(code=grant.code, reason="x", actor=network.holder_admin, at=at)
    with pytest.raises(ReasonMissing):
        actions.end_access(code=grant.code, reason="", actor=network.asker_admin, at=at)
    ended = actions.end_access(
        code=grant.code, reason="Hết nhu cầu", actor=network.asker_admin, at=at
    )
    assert ended.ended_at == at
    with pytest.raises(GrantEnded):
        actions.end_access(code=grant.code, reason="x", actor=network.holder_leader, at=at)


def test_both_bodies_hear_of_a_request_and_of_the_answer(network: Network, at: datetime) -> None:
    request = ask(network, at)
    run_until_quiet(at=at)
    assert {each.person_id for each in Message.objects.all()} == {
        network.holder_leader.person_id,
        network.holder_admin.person_id,
    }

    actions.grant_access(code=request.code, answer="", actor=network.holder_leader, at=at)
    run_until_quiet(at=at)
    assert Message.objects.filter(person_id=network.asker_admin.person_id).count() == 1


def test_an_answer_leaves_a_fact_with_whether_it_was_in_time(
    network: Network, at: datetime
) -> None:
    early, late = ask(network, at), ask(network, at, purpose="inspection")
    actions.grant_access(code=early.code, answer="", actor=network.holder_leader, at=at)
    actions.refuse_access(
        code=late.code, reason="Muộn", actor=network.holder_leader, at=at + timedelta(days=30)
    )

    rows = [row.payload for row in fact_rows("data_sharing.access_decided")]

    assert sorted((row["granted"], row["in_time"]) for row in rows) == [
        (False, False),
        (True, True),
    ]


def test_the_catalogue_is_searched_without_marks_and_forgets_what_has_ended(
    network: Network, at: datetime
) -> None:
    other = make_service(
        network.register, network.holder_admin, at=at, code="family.v1", title="Quan hệ gia đình"
    )

    assert search_services("XAC NHAN bo mau") == [network.service]
    assert search_services("gia đình") == [other]
    assert search_services(limit=1) == [network.service]
    assert search_services(after_id=network.service.pk) == [other]
    actions.end_service(service_id=other.pk, actor=network.holder_admin, at=at)
    assert search_services("gia dinh") == []
    with pytest.raises(ServiceNotFound):
        actions.end_service(service_id=other.pk, actor=network.holder_admin, at=at)


def test_systems_services_and_nodes_have_readable_names(network: Network, at: datetime) -> None:
    body = network.asker.pk
    for code in ("", "Ma", "a b", "x" * 40, "-a"):
        with pytest.raises(WordUnreadable):
            actions.add_system(
                organization_id=body, code=code, title="x", actor=network.asker_admin, at=at
            )
    with pytest.raises(AlreadyJoined):
        actions.add_system(
            organization_id=body, code="one-stop", title="x", actor=network.asker_admin, at=at
        )
    for url in ("http://nut.example.vn", "javascript:x", "https://x y"):
        with pytest.raises(WordUnreadable):
            actions.join_network(
                organization_id=body, node_url=url, actor=network.asker_admin, at=at
            )
    with pytest.raises(AlreadyJoined):
        make_service(network.register, network.holder_admin, at=at)


def test_a_body_runs_its_own_systems_only(network: Network, at: datetime) -> None:
    theirs = network.asker.pk
    by: Any = {"actor": network.holder_admin, "at": at}
    with pytest.raises(NotYourBody):
        actions.join_network(organization_id=theirs, node_url="", **by)
    with pytest.raises(NotYourBody):
        actions.add_system(organization_id=theirs, code="x", title="x", **by)
    with pytest.raises(NotYourBody):
        actions.issue_certificate(organization_id=theirs, system_code="", request_pem="", **by)
    made, _ = certified(network.asker, "one-stop", network.asker_admin, at)
    with pytest.raises(NotYourBody):
        actions.revoke_certificate(fingerprint=made.fingerprint, **by)


def test_a_certificate_is_issued_for_a_request_and_revoked_once(
    network: Network, at: datetime
) -> None:
    made, _ = certified(network.asker, "one-stop", network.asker_admin, at)
    by: Any = {"actor": network.asker_admin, "at": at}

    assert made.not_after == at + timedelta(days=365)
    assert actions.revoke_certificate(fingerprint=made.fingerprint, **by).revoked_at == at
    later: Any = by | {"at": at + timedelta(days=1)}
    assert actions.revoke_certificate(fingerprint=made.fingerprint, **later).revoked_at == at
    with pytest.raises(MemberNotFound):
        actions.revoke_certificate(fingerprint="0" * 64, **by)


@pytest.mark.parametrize("pem", ["", "x" * 99, "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n"])
def test_what_is_no_certificate_request_is_refused(
    network: Network, at: datetime, pem: str
) -> None:
    with pytest.raises(CertificateRequestUnreadable):
        actions.issue_certificate(
            organization_id=network.asker.pk,
            system_code="one-stop",
            request_pem=pem,
            actor=network.asker_admin,
            at=at,
        )


def test_a_weak_key_gets_no_certificate(network: Network, at: datetime) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec

    weak = ec.generate_private_key(ec.SECP192R1())
    with pytest.raises(CertificateRequestUnreadable):
        actions.issue_certificate(
            organization_id=network.asker.pk,
            system_code="",
            request_pem=_signed_request(weak),
            actor=network.asker_admin,
            at=at,
        )


def _signed_request(key: Any) -> str:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding

    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode()


@pytest.mark.parametrize("text", ["name", "na me: x", "a: x\na: y", "", "a.b.c.d.e.f: x"])
def test_a_list_of_fields_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(DescriptionUnreadable):
        read_fields(text)


def test_fields_and_rows_are_read_line_by_line() -> None:
    fields = read_fields("* name: Họ và tên\nstate: Trạng thái\n")
    assert [(each.path, each.personal) for each in fields] == [("name", True), ("state", False)]
    assert read_rows("address.province = 01, 79\n\n") == {"address.province": ["01", "79"]}
    for text in ("province", "= 1", "a =", "a b = 1"):
        with pytest.raises(RowsUnreadable):
            read_rows(text)


def test_the_network_counts_who_is_connected(network: Network, at: datetime) -> None:
    assert network_state(at=at).percent == 0
    actions.join_network(
        organization_id=network.holder.pk,
        node_url="https://nut.example.vn:8443/",
        actor=network.holder_admin,
        at=at,
    )
    assert network_state(at=at).with_node == 0  # no certificate yet
    certified(network.holder, "", network.holder_admin, at)

    state = network_state(at=at)
    assert (state.members, state.bodies, state.with_node, state.percent) == (2, 2, 1, 50)
    assert Member.objects.get(code="G30").node_url == "https://nut.example.vn:8443"
    assert actions.count_bodies(at=at) == 2
    rows = [row.payload for row in fact_rows("data_sharing.body_connected")]
    assert sorted(row["connected"] for row in rows) == [False, True]
