"""What tests ask of an installation from inside: `python -m tests.robustness.inside QUESTION FACTS`."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.government.services.factories import Office


def begin(citizens: int) -> dict[str, Any]:
    """A new office, and citizens each with a draft filled in to the end: account by draft."""
    from nentang.foundation.forms.public import start_draft
    from nentang.government.catalogue.public import bundle_on
    from nentang.government.services.rules.intake import Intake
    from nentang.kernel import clock
    from tests.government.services.factories import extract_answers, make_applicant

    now = clock.now()
    office = _office(now)
    form = bundle_on(PROCEDURE, clock.legal_day(now)).form
    drafts = {}
    for _ in range(citizens):
        citizen = make_applicant(at=now)
        person_id = citizen.person_id or 0
        draft = start_draft(
            form=form,
            subject_key=str(Intake(PROCEDURE, office.body.pk, person_id, "online")),
            person_id=person_id,
            actor=citizen,
            at=now,
        )
        draft.answers = extract_answers()
        draft.save()
        drafts[str(draft.public_id)] = citizen.account_id
    return {
        "office": office.body.pk,
        "clerk": office.clerk.account_id,
        "leader": office.leader.account_id,
        "drafts": drafts,
    }


def _office(now: datetime) -> "Office":
    """The committee of a commune that has none yet, with people nobody else is."""
    from nentang.agreements.actor import SYSTEM
    from nentang.foundation.identity.public import Person
    from nentang.foundation.organizations.public import (
        Organization,
        OrganizationKind,
        OrganizationLevel,
        Unit,
        create_organization,
    )
    from tests.foundation.identity import factories
    from tests.government.services.factories import Office, make_officer

    factories._serial = count(10 * Person.objects.count() + 1)
    number = Organization.objects.count()
    communes = Unit.objects.filter(level="commune", valid_to=None).order_by("code")
    body = create_organization(
        name=f"Uỷ ban nhân dân xã Thử {number}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code=f"H42.{number // 90 + 10}.{number % 90 + 10}",
        unit_code=communes[number].code,
        valid_from=date(2025, 7, 1),
        actor=SYSTEM,
        at=now,
    )
    return Office(body, make_officer(body, "clerk", at=now), make_officer(body, "leader", at=now))


def decide(office: int, clerk: int, leader: int) -> int:
    """Receive, take the fee of and grant every dossier of the office; how many."""
    from nentang.agreements.cashier import cashier
    from nentang.foundation.identity.public import actor_for_account
    from nentang.foundation.outbox.public import run_until_quiet
    from nentang.government.services import actions
    from nentang.government.services.models import Dossier
    from nentang.kernel import clock

    now = clock.now()
    desk, head = actor_for_account(clerk, now), actor_for_account(leader, now)
    codes = list(Dossier.objects.filter(organization=office).values_list("code", flat=True))
    for code in codes:
        actions.receive_dossier(code=code, actor=desk, at=now)
        cashier().record_cash(reference=code, actor=desk, at=now)
    run_until_quiet(at=now)
    for code in codes:
        actions.propose_decision(code=code, actor=desk, at=now)
        actions.grant_dossier(code=code, actor=head, at=now)
    return len(codes)


def account(office: int) -> dict[str, Any]:
    """What stands of the office's dossiers, counted every way that must agree."""
    from nentang.economy.payments.models import PaymentRequest
    from nentang.foundation.audit.public import verify
    from nentang.foundation.casework.models import Case, TimelineEntry
    from nentang.foundation.documents.models import IssuedDocument
    from nentang.foundation.documents.public import altered_files
    from nentang.foundation.notifications.models import Message
    from nentang.foundation.outbox.models import Delivery, Event
    from nentang.government.services.models import Dossier

    dossiers = list(Dossier.objects.filter(organization=office).order_by("id"))
    subjects = [f"dossier:{each.pk}" for each in dossiers]
    codes = [each.code for each in dossiers]
    papers = IssuedDocument.objects.filter(subject__in=subjects)
    messages = Message.objects.filter(subject__in=subjects)
    moved = TimelineEntry.objects.filter(case__in=[each.case_id for each in dossiers])
    return {
        "sent": {each.idempotency_key: each.code for each in dossiers},
        "serials": sorted(int(code.rsplit("-", 1)[1]) for code in codes),
        "cases": Case.objects.filter(code__in=codes).count(),
        "payments": PaymentRequest.objects.filter(reference__in=codes).count(),
        "submitted": Event.objects.filter(name="services.dossier_submitted", key__in=codes).count(),
        "states": Counter(Case.objects.filter(code__in=codes).values_list("state", flat=True)),
        "steps_twice": [
            key for key, times in Counter(moved.values_list("case_id", "step")).items() if times > 1
        ],
        "papers": Counter(f"{kind} {state}" for kind, state in papers.values_list("kind", "state")),
        "papers_without_file": papers.filter(state="signed", file=None).count(),
        "messages": Counter(messages.values_list("template", flat=True)),
        "open_deliveries": Delivery.objects.exclude(state="done").count(),
        "altered_files": list(altered_files()),
        "audit_holds": verify().holds,
    }


def pass_time(minutes: int) -> None:
    """Let the installation's clock be so much later from now on."""
    from datetime import timedelta

    from django.conf import settings

    from nentang.config.demo_clock import move_clock
    from nentang.kernel import clock

    move_clock(settings.CLOCK_FILE, to=clock.now() + timedelta(minutes=minutes))


def databases() -> list[str]:
    """Names of the databases of the cluster; none on SQLite."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]


def keep_file() -> str:
    """Keep a file, so that there is one; where it stands."""
    from nentang.foundation.documents.adapters.shelf import place_of
    from nentang.foundation.documents.public import store_file
    from nentang.kernel import clock
    from tests.government.services.factories import PIXEL

    now = clock.now()
    clerk = _office(now).clerk
    kept = store_file(content=PIXEL, filename="mau.png", actor=clerk, at=now)
    return str(place_of(kept.sha256))


PROCEDURE = "2.000635"
QUESTIONS: dict[str, Callable[..., Any]] = {
    "begin": begin,
    "decide": decide,
    "account": account,
    "pass_time": pass_time,
    "databases": databases,
    "keep_file": keep_file,
}


def _answer() -> None:
    from nentang.config.start import start

    start()
    sys.stdout.write(json.dumps(QUESTIONS[sys.argv[1]](**json.loads(sys.argv[2]))))


if __name__ == "__main__":
    _answer()
