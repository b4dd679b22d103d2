"""Many small questions about who may what, each answered by the house and by the test's own reckoning."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import transaction
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.economy.payments import permissions as payments
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.queries import matched_days, requests_at_desk
from nentang.foundation.audit.public import Position
from nentang.foundation.casework import permissions as casework
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.public import kind_named
from nentang.foundation.casework.queries import (
    Inbox,
    InboxView,
    case_with_code,
    chosen_cases,
    delays,
    headed,
    spent,
)
from nentang.foundation.documents import permissions as documents
from nentang.foundation.documents.models import IssuedDocument, StoredFile
from nentang.foundation.documents.queries import documents_of_person
from nentang.government.catalogue import permissions as catalogue
from nentang.government.queue import permissions as queue
from nentang.government.services import permissions as services
from nentang.government.services.actions import open_dossier, read_register
from nentang.government.services.models import Consultation, Dossier
from nentang.government.services.queries import (
    changes_at,
    dossiers,
    dossiers_of,
    register_entries,
    taken_in_at,
    waiting_for_leader,
)
from nentang.government.services.queries.papers import known_papers
from nentang.government.services.queries.register import month_of
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import DomainError, NotAllowed, NotFound

from .rights import Known, Land

ASSISTS = "mandate:services.assist"
FINDS = ("clerk", "specialist", "leader")
DESK = ("clerk", "specialist", "leader", "head_of_desk")
Question = tuple[str, bool, bool]


def disagreements(land: Land, at: datetime) -> Iterator[str]:
    """Where the house answers otherwise than the test reckons; nothing where all is well."""
    for name, actor in land.actors.items():
        for question, said, reckoned in questions(land, actor, at):
            if said != reckoned:
                yield f"{name}: {question}: the house says {said}"


def questions(land: Land, actor: Actor, at: datetime) -> Iterator[Question]:
    """All of them about one actor."""
    yield from _dossiers(land, actor, at)
    yield from _lists(land, actor, at)
    yield from _bodies(land, actor, at)
    yield from _money(land, actor)
    yield from _papers(land, actor)
    yield from _bundles(land, actor, at)


def passes(check: Callable[..., object], *given: Any, **named: Any) -> bool:
    """Whether a check lets somebody pass, or an action gets as far as its rules; nothing stays changed."""
    try:
        with transaction.atomic():
            check(*given, **named)
            transaction.set_rollback(True)
    except (NotAllowed, NotFound):
        return False
    except DomainError:
        return True
    return True


def _works(actor: Actor, body: int, *roles: str) -> bool:
    """Whether the actor holds one of the roles there."""
    return any(r.organization_id == body and (not roles or r.name in roles) for r in actor.roles)


def _is_theirs(actor: Actor, known: Known) -> bool:
    """Whether the actor acts as the applicant, or for them under a mandate that reaches dossiers."""
    if actor.mandate_id is None:
        return actor.person_id == known.applicant
    reaches = bool({"mandate:", "mandate:services."} & actor.scopes)
    return reaches and actor.principal_person_id == known.applicant


def _acts_for(actor: Actor, known: Known, mine: bool) -> Iterator[Question]:
    """Declaring as the applicant: themself, their agent, or who helps them at the counter of that body."""
    helps = ASSISTS in actor.scopes and actor.principal_person_id == known.applicant
    may = mine or (helps and _works(actor, known.came_to, "clerk"))
    check = services.check_acts_for
    done = passes(check, actor, known.applicant, organization_id=known.came_to)
    yield "acts for", done, may
    theirs = services.check_acts_for_applicant
    own = passes(theirs, actor, applicant_id=known.applicant, on_behalf_of_id=None)
    yield "theirs", own, mine
    said = services.acts_for_applicant(actor, applicant_id=known.applicant, on_behalf_of_id=None)
    yield "may act", said, mine
    company = actor.principal_organization_id
    of_company = passes(theirs, actor, applicant_id=known.applicant, on_behalf_of_id=10**6)
    yield "another company's", of_company, False
    if company:
        of_own = passes(theirs, actor, applicant_id=known.applicant, on_behalf_of_id=company)
        yield "the company's", of_own, True


def _dossiers(land: Land, actor: Actor, at: datetime) -> Iterator[Question]:
    found = {each.code: each for each in dossiers()}
    for known in land.dossiers:
        dossier, may = found[known.code], known.code in land.may_know(actor)
        mine, case = _is_theirs(actor, known), dossier.case
        clerk = _works(actor, known.holder, "clerk")
        yield "opens", passes(open_dossier, code=known.code, actor=actor, at=at), may
        yield "sees", services.can_see(actor, dossier), may
        yield "files", services.may_open_files(actor, f"dossier:{dossier.pk}"), may
        yield "applicant", passes(services.check_is_applicant, actor, dossier), mine
        here = any(_works(actor, body) for body in known.bodies)
        yield "works at", services.works_at(actor, dossier), here
        yield "works on", passes(services.check_works_on, actor, dossier, "clerk"), clerk
        finds = any(_works(actor, b, *FINDS) for b in (known.holder, known.came_to))
        yield "finds out", passes(services.check_finds_out, actor, dossier), finds
        yield from _acts_for(actor, known, mine)
        chooses = mine or (here and actor.has_role("clerk"))
        yield "delivery", passes(services.check_chooses_delivery, actor, dossier), chooses
        yield "obligations", passes(services.check_sets_obligations, actor, dossier), False
        holds = _works(actor, known.holder)
        heads = _works(actor, known.holder, "head_of_desk", "leader")
        yield "case", passes(casework.check_works_here, actor, case), holds
        for step in kind_named("dossier").transitions.values():
            able = not step.roles or _works(actor, known.holder, *step.roles)
            yield f"step {step.name}", passes(casework.check_may_step, actor, case, step), able
        yield "hands out", casework.may_assign(actor, known.holder), heads
        yield "assigns", passes(casework.check_may_assign, actor, case, 10**6), heads
        takes = holds and case.assignee_id in (None, actor.account_id)
        own = passes(casework.check_may_assign, actor, case, actor.account_id)
        yield "takes", own, takes or heads
    for asked in Consultation.objects.select_related("case"):
        may = _works(actor, asked.case.holder_id)
        yield "is asked", passes(services.check_is_consulted, actor, asked), may


def _lists(land: Land, actor: Actor, at: datetime) -> Iterator[Question]:
    may = land.may_know(actor)
    by_case = {d.case_id: d.code for d in Dossier.objects.all()}
    asked = {c.case_id: c.dossier.code for c in Consultation.objects.select_related("dossier")}
    of_case = by_case | asked
    own = actor.organizations()
    for view in InboxView:
        shown = {of_case[case.pk] for case in Inbox(actor, at=at).page(view).rows}
        yield f"inbox {view}", shown <= may, True
    whole = Case.objects.filter(holder__in=own, closed_at=None).count()
    elsewhere = Case.objects.filter(organization__in=own, closed_at=None).exclude(holder__in=own)
    counts = Inbox(actor, at=at).counts().views
    yield "counts", counts[InboxView.ALL] == whole, True
    yield "counts elsewhere", counts[InboxView.ELSEWHERE] == elsewhere.count(), True
    codes = [each.code for each in land.dossiers]
    moved = changes_at(own, after=Position(-1, 0), limit=500)
    yield "changes", {dossier.code for dossier, _entry in moved} <= may, True
    yield "chosen", {c.code for c in chosen_cases(actor, codes)} <= may, True
    for known in land.dossiers:
        near = any(_works(actor, body) for body in (known.came_to, known.holder))
        yield "by code", case_with_code(actor, known.code) is not None, near
    heads = {r.organization_id for r in actor.roles if r.name in ("head_of_desk", "leader")}
    yield "delays", bool(delays(actor, at=at)[0]) <= bool(heads), True
    names = {o.body.name for o in land.offices if o.body.pk in heads}
    yield "spent", {row.body for row in spent(headed(actor), year=2020, at=at)[0]} <= names, True
    person = actor.person_id or 0
    listed = {d.code for d in dossiers_of(person_id=person)}
    yield "mine", listed == {k.code for k in land.dossiers if k.applicant == person}, True
    given = {k.file_id for k in known_papers(person)}
    theirs = set(StoredFile.objects.filter(owner_person=person).values_list("pk", flat=True))
    yield "papers given", given <= theirs, True
    led = {r.organization_id for r in actor.roles if r.name == "leader"}
    waiting = {w.dossier.case.holder_id for w in waiting_for_leader(led, limit=50)}
    yield "to sign", waiting <= led, True


def _bodies(land: Land, actor: Actor, at: datetime) -> Iterator[Question]:
    month = legal_day(at).replace(day=1)
    for office in land.offices:
        body = office.body.pk
        keeps = _works(actor, body, *DESK)
        asked = {"organization_id": body, "month": month, "limit": 50, "actor": actor, "at": at}
        yield "register", passes(read_register, **asked), keeps
        yield "prints", services.may_open_registers(actor, f"register:{body}"), keeps
        yield "keeps", passes(services.check_keeps_register, actor, body), keeps
        clerk = _works(actor, body, "clerk")
        yield "takes in", passes(services.check_takes_in, actor, body), clerk
        yield "serves", passes(services.check_serves, actor, body), clerk
        leads = _works(actor, body, "leader", "head_of_desk")
        yield "queue", queue.leads(actor, body), leads
        yield "sets up", passes(queue.check_can_lead, actor, body), leads
        serves = _works(actor, body, "clerk", "head_of_desk")
        yield "window", passes(queue.check_can_open, actor, body), serves
        yield (
            "fees",
            passes(payments.check_can_resolve, actor, body),
            _works(actor, body, "clerk", "leader"),
        )
        leader = _works(actor, body, "leader")
        yield "refunds", passes(payments.check_can_decide_refunds, actor, body), leader
        yield "hands over", passes(payments.check_can_hand_over, actor, body), clerk
        keeper = _works(actor, body, "administrator")
        yield "accounts", passes(payments.check_can_manage_accounts, actor, body), keeper
        span = month_of(month)
        listed = {e.code for e in register_entries(body, first=span[0], until=span[1])}
        came = {k.code for k in land.dossiers if k.came_to == body}
        yield "register's lines", listed <= came, True
        taken = {d.counter_id for d in taken_in_at(body)}
        yield "counter", taken <= {body}, True
    reaches = actor.mandate_id is None or bool({"mandate:", "mandate:services."} & actor.scopes)
    yield "redresses", passes(services.check_redresses, actor), False
    if actor.mandate_id:
        helps = passes(services.assisting, actor, actor.mandate_id, at=at)
        yield "helps on", helps, ASSISTS in actor.scopes
    yield "lists", passes(services.check_lists_dossiers, actor), reaches
    for known in land.dossiers[:3]:
        barely = replace(actor, assurance=1)
        level = passes(services.check_can_apply_for, barely, known.applicant, assurance=2)
        yield "applies at level 1", level, actor.has_role("clerk")
        may = (actor.mandate_id is None and actor.person_id == known.applicant) or (
            _is_theirs(actor, known)
        )
        check = services.check_can_apply_for
        yield (
            "applies",
            passes(check, actor, known.applicant, assurance=2),
            (may or actor.has_role("clerk")),
        )


def _money(land: Land, actor: Actor) -> Iterator[Question]:
    tills = {r.organization_id for r in actor.roles if r.name in ("clerk", "leader")}
    for asked in PaymentRequest.objects.all():
        payer = asked.payer_id is not None and asked.payer_id in (
            *(actor.person_id, actor.principal_person_id),
        )
        works = _works(actor, asked.payee_id)
        yield "receipt", payments.can_see_receipt(actor, asked), payer or works
        subject = f"payment:{asked.pk}"
        yield "receipt's file", payments.can_see_receipt_of(actor, subject), payer or works
        yield "cancels", passes(payments.check_can_cancel, actor, asked), payer or works
        clerk = _works(actor, asked.payee_id, "clerk")
        yield "cash", payments.can_take_cash(actor, asked), clerk
        yield "takes cash", passes(payments.check_can_take_cash, actor, asked), clerk
        asks = payer or works or actor.has_role("clerk")
        check = payments.check_can_request
        yield "asks", passes(check, actor, asked.payer_id, asked.payee_id), asks
    listed = {each.payee_id for each in requests_at_desk(actor)}
    yield "fees listed", listed <= tills, True
    with suppress(IndexError):
        day = matched_days(actor, until=legal_day(PaymentRequest.objects.all()[0].requested_at))
        yield "books", bool(day) <= bool(tills), True


def _papers(land: Land, actor: Actor) -> Iterator[Question]:
    for file in StoredFile.objects.all():
        mine = file.owner_person_id == actor.person_id and actor.mandate_id is None
        if actor.mandate_id and file.owner_person_id == actor.principal_person_id:
            mine = "mandate:" in actor.scopes or file.stored_by_account_id == actor.account_id
        yield "own file", documents.is_own(actor, file), mine
    bodies = {office.body.pk for office in land.offices}
    for paper in IssuedDocument.objects.all():
        may = paper.organization_id in bodies and _works(
            actor, paper.organization_id, "leader", "head_of_desk", "administrator"
        )
        yield "revokes", documents.can_revoke(actor, paper), may
    codes = {f"dossier:{d.pk}": d.code for d in Dossier.objects.all()}
    allowed = land.may_know(actor)
    for paper in IssuedDocument.objects.filter(subject__in=codes):
        may = codes[paper.subject] in allowed
        yield "sees paper", documents.can_see(actor, paper), may
        yield "may see paper", passes(documents.check_can_see, actor, paper), may
    for file in StoredFile.objects.filter(subject__in=codes):
        may = codes[file.subject] in allowed
        yield "opens file", documents.can_open(actor, file), may
        yield "may open file", passes(documents.check_can_open, actor, file), may
    person = actor.person_id or 0
    papers = {each.person_id for each in documents_of_person(person)}
    yield "papers", papers <= {person}, True


def _bundles(land: Land, actor: Actor, at: datetime) -> Iterator[Question]:
    draft, body = land.draft, land.draft.organization_id
    writes, approves = (
        _works(actor, body, role) for role in ("procedure_controller", "procedure_approver")
    )
    field, on = land.draft.source["procedure"]["value"]["field"], legal_day(at)
    yield "sees draft", passes(catalogue.check_sees, actor, draft), writes or approves
    yield "writes draft", passes(catalogue.check_writes, actor, draft), writes
    yield "may write", catalogue.can_write(actor, draft), writes
    yield "approves draft", passes(catalogue.check_approves, actor, draft), approves
    yield "may approve", catalogue.can_approve(actor, draft), approves
    owner = catalogue.owner_of(field, on)
    if owner == body:
        yield "begins", catalogue.can_begin(actor, field, on), writes
        yield "may begin", passes(catalogue.check_may_write, actor, field, on), writes
