"""Who is there to look, and what stands for each part of an address: found in whatever was played."""

from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from nentang.agreements.actor import SYSTEM, Actor
from nentang.economy.payments.models import Break, PaymentRequest, RevenueEntry
from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.forms.public import start_draft
from nentang.foundation.identity.models import Account, Appointment
from nentang.foundation.identity.public import actor_for_account
from nentang.foundation.organizations.public import Organization, organization
from nentang.government.catalogue.actions import start_bundle
from nentang.government.catalogue.public import bundle_on
from nentang.government.document_exchange.models import ReceivedDocument
from nentang.government.document_exchange.public import (
    Consignment,
    OutgoingDocument,
    Signer,
    exchange_waiting,
    join_axis,
    send_document,
)
from nentang.government.office.actions import (
    draft_document,
    enter_document,
    file_document,
    open_work_file,
)
from nentang.government.office.enums import Channel as PaperOrNot
from nentang.government.office.rules.draft import Arrival, Draft, Line
from nentang.government.population.models import Citizen
from nentang.government.queue.models import Office, Ticket
from nentang.government.services.actions import consult_body
from nentang.government.services.models import Consultation, Dossier
from nentang.government.services.rules.intake import Intake
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

BIRTH = "1.001193"
ADVISERS = ("clerk", "specialist", "leader")


class Scene(Frozen):
    """People by what they are in the story, as accounts; values by name."""

    people: dict[str, int]
    values: dict[str, str]


def scene_of(people: dict[str, int], *, at: datetime) -> Scene:
    """The values for these people; whose dossier it is joins them under the dossier's name."""
    values = {
        "birth": BIRTH,
        "linked": "khai-sinh",
        "step": "child",
        "sheet": "chung",
        "register": "population",
        "evidence": "time",
    }
    clerk = actor_for_account(people["clerk"], at)
    values["citizen"] = _citizen_kept_by(actor_for_account(people["registrar"], at))
    body = next(iter(clerk.organizations()))
    values |= {"body": str(body), "unit": organization(body).unit_code}
    for name, dossier in _dossiers(body).items():
        values[name] = dossier.code
        people[name] = _account_of(dossier.applicant_id)
    values |= _papers(values["done"]) | _payments(body, people) | _queue(people)
    document_clerk = actor_for_account(people["document_clerk"], at)
    values |= _exchange(next(iter(document_clerk.organizations())), at)
    values |= _office(document_clerk, people["province"], at)
    values |= _consultation(values["working"], clerk, people, at) | _drafts(people, at)
    return Scene(people, values)


def _dossiers(body: int) -> dict[str, Dossier]:
    """One of each state at that body, of people who have most of them."""
    there = Dossier.objects.filter(organization=body, applicant__account__isnull=False)
    ours = there.exclude(case__holder__isnull=False, case__closed_at=None) | there.filter(
        case__holder=body
    )
    return {
        "done": _first(ours.filter(case__state="returned", result__isnull=False)),
        "asked": _first(ours.filter(case__state="supplement")),
        "new": _first(ours.filter(case__state="registered")),
        "working": _first(ours.filter(case__state="processing")),
        "deciding": _first(ours.filter(case__state="deciding")),
    }


def _citizen_kept_by(registrar: Actor) -> str:
    found = Citizen.objects.filter(keeper__in=registrar.organizations("registrar"))
    return found.order_by("pk")[0].code


def _first(found: QuerySet[Dossier]) -> Dossier:
    most = found.annotate(looks=Count("case__timeline")).order_by("-looks", "-pk").first()
    assert most, f"no such dossier was played: {found.query}"
    return most


def _account_of(person_id: int) -> int:
    return Account.objects.get(person=person_id).pk


def _papers(code: str) -> dict[str, str]:
    result = Dossier.objects.get(code=code).result
    assert isinstance(result, IssuedDocument)
    return {"paper": str(result.public_id), "paper_code": result.code}


def _payments(body: int, people: dict[str, int]) -> dict[str, str]:
    """A fee that is owed, to whatever body, one that was paid here, and money without a purpose."""
    owed = PaymentRequest.objects.filter(state="requested").latest("pk")
    paid = PaymentRequest.objects.filter(payee=body, paid_amount__gt=0).latest("pk")
    people["owing"] = _account_of(owed.payer_id or 0)
    people["cashier"] = _officer_of(owed.payee_id, "clerk")
    booked = RevenueEntry.objects.filter(payee=body).latest("pk")
    return {
        "payment": owed.code,
        "paid": paid.code,
        "revenue_month": f"{booked.day:%Y-%m}",
        "revenue_key": f"{body}-{booked.unit or 0}-{booked.item or 0}",
        "break": Break.objects.filter(payee=body).latest("pk").code,
    }


def _officer_of(body: int, *roles: str) -> int:
    found = Appointment.objects.filter(organization=body, role__in=roles)
    return found.values_list("account", flat=True)[0]


def _queue(people: dict[str, int]) -> dict[str, str]:
    office = Office.objects.get()
    waiting = Ticket.objects.filter(office=office, state="waiting").latest("pk")
    open_at = office.windows.filter(state="open").first() or office.windows.get(number=1)
    return {
        "desk": str(office.organization_id),
        "hall": office.hall_key,
        "ticket": waiting.code,
        "window": str(open_at.number),
    }


def _consultation(code: str, clerk: Actor, people: dict[str, int], at: datetime) -> dict[str, str]:
    """A question to another body about the dossier of that code, asked unless one is open."""
    asked = Consultation.objects.filter(answered_at=None).last() or consult_body(
        code=code,
        organization_id=_another_body(clerk),
        question="Sổ gốc ghi họ tên mẹ thế nào?",
        working_days=3,
        actor=clerk,
        at=at,
    )
    people["adviser"] = _officer_of(asked.case.holder_id or 0, *ADVISERS)
    return {"consultation": asked.case.code}


def _exchange(body: int, at: datetime) -> dict[str, str]:
    """A document that the body sent to another over the axis, and one that came from there."""
    known = Organization.objects.filter(valid_to=None).exclude(code_qd20="")
    there = known.exclude(pk=body).order_by("pk").first()
    assert there, "nobody to write to"
    for each in (body, there.pk):
        join_axis(organization_id=each, actor=SYSTEM, at=at)
    here = organization(body).code_qd20
    sent = _letter(body, there.code_qd20, at)
    _letter(there.pk, here, at)
    exchange_waiting(at=at)
    received = ReceivedDocument.objects.filter(receiver__organization=body).latest("pk")
    return {"consignment": str(sent.pk), "received": str(received.pk)}


def _letter(sender: int, receiver: str, at: datetime) -> Consignment:
    return send_document(
        document=OutgoingDocument(
            organization_id=sender,
            number="9901",
            notation="UBND-VX",
            promulgated_on=legal_day(at),
            place="Nơi Mẫu",
            type_name="Công văn",
            subject="Về việc phối hợp xác minh thông tin khai sinh",
            signer=Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Mẫu"),
            receivers=(receiver,),
        ),
        idempotency_key="looks",
        actor=SYSTEM,
        at=at,
    )


def _office(clerk: Actor, leader: int, at: datetime) -> dict[str, str]:
    """A document from paper, one being drafted, and the work file in which both are."""
    body = next(iter(clerk.organizations()))
    file = open_work_file(
        organization_id=body,
        title="Chuyển đổi số năm 2021",
        retention_years=10,
        actor=clerk,
        at=at,
    )
    arrival = Arrival("Hợp tác xã Mẫu", "Xin xác nhận vùng trồng", "Đơn, thư", "", legal_day(at))
    came = enter_document(
        organization_id=body, arrival=arrival, channel=PaperOrNot.PAPER, actor=clerk, at=at
    )
    draft = Draft(
        type_code="QD",
        summary="Thành lập Tổ công nghệ số cộng đồng",
        text="Điều 1. Thành lập Tổ (nội dung thử nghiệm).",
        signer_id=leader,
        position="Chủ tịch",
        authority="TM. Ủy ban nhân dân",
        recipients=(Line("Như Điều 1"),),
    )
    outgoing = draft_document(organization_id=body, draft=draft, actor=clerk, at=at)
    for code in (came.code, outgoing.code):
        file_document(code=code, work_file=file.code, actor=clerk, at=at)
    return {"came": came.code, "outgoing": outgoing.code, "work_file": file.code}


def _another_body(clerk: Actor) -> int:
    others = Appointment.objects.exclude(organization__in=clerk.organizations())
    return others.filter(role__in=ADVISERS).values_list("organization", flat=True)[0]


def _drafts(people: dict[str, int], at: datetime) -> dict[str, str]:
    """What somebody is in the middle of: a birth, and a new text of its procedure."""
    mother, writer = (
        actor_for_account(people[who], at, assurance=2) for who in ("mother", "writer")
    )
    draft = _birth_draft(mother, people, at)
    bundle = start_bundle(
        procedure=BIRTH, on=legal_day(at) + timedelta(days=30), actor=writer, at=at
    )
    return {"draft": draft, "bundle": str(bundle.public_id)}


def _birth_draft(mother: Actor, people: dict[str, int], at: datetime) -> str:
    person, body = mother.person_id or 0, next(iter(_bodies_of(people["desk_clerk"], at)))
    intake = Intake(BIRTH, body, person, "online")
    form = bundle_on(BIRTH, legal_day(at)).form
    started = start_draft(form=form, subject_key=str(intake), person_id=person, actor=mother, at=at)
    return str(started.public_id)


def _bodies_of(account: int, at: datetime) -> frozenset[int]:
    return frozenset(actor_for_account(account, at).organizations())
