"""Two communes with their officers, citizens with everything that can be theirs, and words to know each by."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor
from nentang.foundation.documents.public import IssuedDocument, StoredFile, store_file
from nentang.foundation.forms.public import start_draft
from nentang.foundation.identity.public import (
    actor_for_account,
    appoint_officer,
    grant_mandate,
    person,
    roles,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.catalogue.public import bundle_on
from nentang.government.complaints.actions import accept_complaint, ask_explanation, file_complaint
from nentang.government.complaints.enums import Difficulty
from nentang.government.linked.actions import begin_chain
from nentang.government.linked.models import Chain
from nentang.government.linked.queries import linked_of
from nentang.government.linked.rules.intake import ChainIntake
from nentang.government.office.actions import (
    direct_document,
    draft_document,
    enter_document,
    open_work_file,
)
from nentang.government.office.enums import Channel as Way
from nentang.government.office.rules.draft import Arrival, Draft, Line
from nentang.government.population.public import CitizenFacts, enter_citizen
from nentang.government.services import actions
from nentang.government.services.enums import DeliveryWay
from nentang.government.services.rules.intake import Intake
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.trust.personal_data.actions import ask_export, file_request, place_hold, prepare_export
from tests.foundation.identity.factories import make_account, make_person
from tests.government.linked.factories import trio_answers
from tests.government.services.factories import (
    PIXEL,
    Office,
    make_dossier,
    make_neighbour,
    make_office,
    make_officer,
)
from tests.laws.house import routes

KEPT = (
    "services",
    "casework",
    "documents",
    "forms",
    "identity",
    "payments",
    "notifications",
    "queue",
    "personal_data",
    "complaints",
    "linked",
    "data_sharing",
    "document_exchange",
    "office",
    "registers",
    "population",
    "insurance",
    "businesses",
    "land",
    "civil_status",
    "watch",
    "reporting",
    "tasks",
    "open_data",
    "index",
    "dashboard",
    "programme",
    "small_registers",
)
PASSING = {"identity_signin", "identity_session"}


class Citizen(Frozen):
    """Somebody with dossiers, and words that stand on no page but theirs."""

    actor: Actor
    words: tuple[str, ...]
    dossiers: tuple[str, ...]
    office: int


class World(Frozen):
    """Who is there, and what stands for each part of an address, on some pages before all else."""

    here: Office
    elsewhere: Office
    mother: Citizen
    neighbour: Citizen
    actors: dict[str, Actor]
    parts: dict[str, list[Any]]
    places: tuple[tuple[str, dict[str, Any]], ...] = ()

    @property
    def named(self) -> set[str]:
        """What stands in addresses for one thing."""
        return {str(value) for values in self.parts.values() for value in values if value != 1}

    def addresses(self) -> Iterator[str]:
        """Every address of the site, with everything of the mother's in one place after the other."""
        for page in self.pages():
            yield page.filled({})
            for name in page.converters:
                for value in self.parts[name]:
                    if value != page.first[name]:
                        yield page.filled({name: value})

    def pages(self) -> Iterator["Page"]:
        """Every page of the site with the first of what is the mother's in its place."""
        for route, pattern in routes():
            if _is_left_out(route):
                continue
            converters = pattern.pattern.converters
            missing = [name for name in converters if name not in self.parts]
            assert not missing, (
                f"say in tests/attacks/world.py what stands for {missing} in {route}"
            )
            audience = pattern.callback.audience  # type: ignore[attr-defined] # a law sees to it
            first = {name: self.parts[name][0] for name in converters}
            for beginning, there in self.places:
                if route.startswith(beginning):
                    first |= {name: there[name] for name in converters if name in there}
            yield Page(
                route,
                audience.startswith("officer"),
                {name: type(each).__name__ for name, each in converters.items()},
                first,
            )


class Page(Frozen):
    """A route, whether it is for officers, and what may stand for its parts."""

    route: str
    is_for_officers: bool
    converters: dict[str, str]
    first: dict[str, Any]

    def filled(self, values: dict[str, Any]) -> str:
        """The address with these values in their places, the mother's where none is named."""
        address = self.route
        for name, value in {**self.first, **values}.items():
            address = _put(address, name, value)
        return f"/{address}"


def make_master(office: Office, *, at: datetime) -> Actor:
    """An officer with every role there is, in that office."""
    account = make_account(at=at, assurance=2)
    for role in roles():
        appoint_officer(
            account_id=account.pk,
            role=role.name,
            organization_id=office.body.pk,
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=at,
        )
    return actor_for_account(account.pk, at)


def make_world(at: datetime) -> World:
    """Everything through the real actions."""
    here = make_office(at=at)
    elsewhere = make_neighbour(here, at=at)
    mother = _citizen("Lê Thị Bí Mật", "001187999901", "0987000001", here, at)
    neighbour = _citizen("Vũ Văn Kín Đáo", "001085999902", "0987000002", elsewhere, at)
    stranger = actor_for_account(make_account(at=at, assurance=2).pk, at, assurance=2)
    actors = {
        "nobody": ANONYMOUS,
        "mother": mother.actor,
        "neighbour": neighbour.actor,
        "stranger": stranger,
        "clerk here": here.clerk,
        "clerk elsewhere": elsewhere.clerk,
        "leader elsewhere": elsewhere.leader,
        "inspector elsewhere": make_officer(elsewhere.body, "inspector", at=at),
    }
    run_until_quiet(at=at + timedelta(minutes=1))
    return World(here, elsewhere, mother, neighbour, actors, _parts(here, mother, at))


def may_know(actor: Actor, citizen: Citizen) -> bool:
    """Whether the actor is the citizen or an officer where the citizen's dossiers are."""
    is_citizen = actor.person_id == citizen.actor.person_id
    return is_citizen or citizen.office in actor.organizations()


def rows(*, but_of: Actor) -> dict[str, dict[Any, tuple[Any, ...]]]:
    """Every row that an act may change, by table and key, but the messages of that one."""
    found = {}
    for label in KEPT:
        for model in apps.get_app_config(label).get_models():
            if model._meta.db_table not in PASSING:
                found_rows = model._default_manager.order_by("pk")
                if model.__name__ == "Message":
                    found_rows = found_rows.exclude(person=but_of.person_id)
                values = found_rows.values_list("pk", *_columns(model))
                found[model._meta.db_table] = {row[0]: tuple(map(str, row)) for row in values}
    return found


def _columns(model: Any) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.attname != "last_login"]


def _citizen(name: str, number: str, phone: str, office: Office, at: datetime) -> Citizen:
    person = make_person(
        at=at, full_name=name, personal_number=number, phone=phone, email=f"{phone}@mau.vn"
    )
    account = make_account(at=at, person=person, assurance=2)
    actor = actor_for_account(account.pk, at, assurance=2)
    codes = tuple(
        make_dossier(office=office, applicant=actor, at=at, procedure=procedure).code
        for procedure in ("1.001193", "1.001193", "1.001193", "2.000635")
    )
    _move_on(codes, office, at)
    return Citizen(actor, (name, number, phone[1:], f"{phone}@mau.vn"), codes, office.body.pk)


def _move_on(codes: tuple[str, ...], office: Office, at: datetime) -> None:
    """One done and waiting at the counter, one to be decided, one to be supplemented, one unreceived."""
    done, deciding, asked, _unreceived = codes
    for code in (done, deciding):
        actions.choose_delivery(
            code=code,
            way=DeliveryWay.COUNTER,
            counter_id=None,
            address="",
            actor=office.clerk,
            at=at,
        )
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.grant_dossier(code=done, actor=office.leader, at=at)
    actions.ask_supplement(code=asked, items="Giấy chứng sinh", actor=office.clerk, at=at)


def _parts(here: Office, mother: Citizen, at: datetime) -> dict[str, list[Any]]:
    """What stands for each named part of an address: everything of the mother's, and her office's."""
    from nentang.economy.payments.models import PaymentRequest
    from nentang.foundation.identity.models import Appointment
    from nentang.foundation.notifications.models import Message

    person_id = mother.actor.person_id or 0
    mandate = grant_mandate(
        kind="proxy",
        agent_person_id=make_person(at=at).pk,
        principal_person_id=person_id,
        basis="Giấy uỷ quyền thử",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    draft = start_draft(
        form=bundle_on("1.001193", legal_day(at)).form,
        subject_key=str(Intake("1.001193", here.body.pk, person_id, "online")),
        person_id=person_id,
        actor=mother.actor,
        at=at,
    )
    chain = _chain(here, mother, at)
    linked = linked_of("birth", legal_day(at))
    linked_draft = start_draft(
        form=linked.form,
        subject_key=str(ChainIntake("birth", here.body.pk, person_id)),
        person_id=person_id,
        actor=mother.actor,
        at=at,
    )
    store_file(content=PIXEL, filename="rieng.png", actor=mother.actor, at=at)
    export = ask_export(actor=mother.actor, at=at)
    prepare_export(export_id=export.pk, at=at)
    guard = make_officer(here.body, "data_protection", at=at)
    about_data = file_request(
        kind="correction",
        organization_id=here.body.pk,
        about="",
        words=f"Sửa giúp {mother.words[0]}",
        actor=mother.actor,
        at=at,
    )
    hold = place_hold(
        case_code=mother.dossiers[0],
        reason="Đang khiếu nại",
        until_on=date(2050, 1, 1),
        actor=guard,
        at=at,
    )
    ids = [f.public_id for f in StoredFile.objects.filter(owner_person=person_id)]
    papers = IssuedDocument.objects.filter(person=person_id)
    done, _deciding, asked, _unreceived = mother.dossiers
    message = Message.objects.filter(person=person_id).values_list("pk", flat=True)
    return {
        "code": [
            done,
            asked,
            chain.code,
            *PaymentRequest.objects.filter(payer=person_id).values_list("code", flat=True)[:1],
            *_complain(done, here, mother, at),
            *_documents_about(here, mother, at),
            "98001",
            about_data.case.code,
        ],
        "register": ["population"],
        "act": ["chuyen-quyen", "tach-thua"],
        "record_code": [_kept(here, mother, at)],
        "public_id": [*ids[:2], *papers.values_list("public_id", flat=True)[:2]],
        "export_id": [export.public_id],
        "hold_id": [hold.pk],
        "draft_id": [draft.public_id, linked_draft.public_id],
        "kind": ["khai-sinh", "births"],
        "month": ["2020-12"],
        "key": [f"{here.body.pk}-0-2721"],
        "line": [1],
        "part": ["residence"],
        "mandate_id": [mandate.pk],
        "appointment_id": list(Appointment.objects.values_list("pk", flat=True)[:2]),
        "message_id": list(message[:1]) or [1],
        "procedure": ["1.001193"],
        "organization_id": [here.body.pk],
        "body": [here.body.pk],
        "number": [1],
        "evidence": ["time", "published", "complaints"],
        "step": ["nhan", "tra-ket-qua", "chuyen", "child", "thu-ly", "quyet-dinh", "giao", "ky"],
        "sheet": ["name"],
        "gateway": ["bank"],
        "indicator": ["services.online"],
        "format": ["csv"],
        "extension": ["ttl"],
        "release_id": [1],
        "service_id": [1],
        "version": [1],
        "hall_key": ["khong-co"],
        "pk": [1],
    }


def _kept(here: Office, mother: Citizen, at: datetime) -> str:
    """The mother's record in the population register of her commune."""
    known = person(mother.actor.person_id or 0)
    return enter_citizen(
        number=mother.words[1],
        facts=CitizenFacts(
            full_name=mother.words[0],
            sex="female",
            birth_on=known.birth_on,
            birth_year=known.birth_year or 0,
        ),
        keeper_id=here.body.pk,
        basis=Basis(BasisKind.BOOK, "Sổ mẫu"),
        actor=SYSTEM,
        at=at,
    ).code


def _complain(dossier: str, here: Office, mother: Citizen, at: datetime) -> tuple[str, str]:
    """A complaint of the mother's about that dossier with her words in it, and what is asked about it."""
    complaint = file_complaint(
        dossier_code=dossier,
        about="fee",
        statement=f"{mother.words[0]} bị thu sai.",
        demand="Trả lại.",
        file_ids=[],
        actor=mother.actor,
        at=at,
    )
    deputy = make_officer(here.body, "leader", at=at)
    accept_complaint(code=complaint.code, difficulty=Difficulty.PLAIN, actor=deputy, at=at)
    asked = ask_explanation(
        code=complaint.code, question="Vì sao?", working_days=2, actor=deputy, at=at
    )
    return complaint.code, asked.case.code


def _documents_about(here: Office, mother: Citizen, at: datetime) -> tuple[str, ...]:
    """A letter of the mother's in the book, what a colleague helps with, the answer, and their work file."""
    words, body = mother.words[0], here.body.pk
    clerk_of_documents = make_officer(here.body, "document_clerk", at=at)
    came = enter_document(
        organization_id=body,
        arrival=Arrival(words, f"Đơn của {words}", "Đơn, thư"),
        channel=Way.PAPER,
        actor=clerk_of_documents,
        at=at,
    )
    direct_document(
        code=came.code,
        lead_id=here.clerk.account_id,
        helper_ids=[clerk_of_documents.account_id or 0],
        instruction=f"Trả lời {words}",
        due_on=legal_day(at) + timedelta(days=3),
        actor=here.leader,
        at=at,
    )
    answer = Draft(
        type_code="TB",
        summary=f"Trả lời {words}",
        text=f"Kính gửi {words}",
        signer_id=here.leader.account_id or 0,
        position="Chủ tịch",
        recipients=(Line(words),),
    )
    out = draft_document(
        organization_id=body, draft=answer, answers=came.code, actor=here.clerk, at=at
    )
    file = open_work_file(
        organization_id=body, title=f"Đơn của {words}", retention_years=10, actor=here.clerk, at=at
    )
    return came.code, came.tasks.get().case.code, out.code, file.code


def _chain(here: Office, mother: Citizen, at: datetime) -> Chain:
    """A birth with all three works, whose second one lacks the child's number."""
    proof = store_file(content=PIXEL, filename="be.png", actor=mother.actor, at=at).pk
    chain = begin_chain(
        kind="birth",
        organization_id=here.body.pk,
        applicant_person_id=mother.actor.person_id or 0,
        answers=trio_answers(proof=proof),
        actor=mother.actor,
        at=at,
        idempotency_key="mother",
    )
    actions.receive_dossier(code=chain.code, actor=here.clerk, at=at)
    actions.propose_decision(code=chain.code, actor=here.clerk, at=at)
    actions.grant_dossier(code=chain.code, actor=here.leader, at=at)
    run_until_quiet(at=at + timedelta(minutes=2))
    return chain


def _put(address: str, name: str, value: Any) -> str:
    for kind in ("str:", "int:", "uuid:", "slug:", ""):
        address = address.replace(f"<{kind}{name}>", str(value))
    return address


def _is_left_out(route: str) -> bool:
    """Programs' doors have their own tests; signing in and out would end the visit."""
    return route.startswith(("api/", "openid/", "dang-", "^", "dinh-danh/thay-mat"))
