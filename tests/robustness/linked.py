"""What tests ask of linked matters from inside: `python -m tests.robustness.linked QUESTION FACTS`."""

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

CHANGES = ("INSERT", "UPDATE", "DELETE")
LEASE = timedelta(minutes=2)  # what a killed worker held is free again by then


def begin(matters: int) -> dict[str, Any]:
    """A new office, the province's insurance, and so many births declared with all three works."""
    from nentang.foundation.organizations.public import OrganizationInfo, organization
    from nentang.government.linked.actions import begin_chain
    from nentang.kernel import clock
    from tests.government.linked.factories import make_proof, trio_answers
    from tests.government.services.factories import make_applicant
    from tests.robustness.inside import _office

    now = clock.now()
    office = _office(now)
    body: OrganizationInfo = organization(office.body.pk)
    _insurance(body.unit_code, now)
    for number in range(matters):
        mother = make_applicant(at=now)
        begin_chain(
            kind="birth",
            organization_id=body.id,
            applicant_person_id=mother.person_id or 0,
            answers=trio_answers(
                proof=make_proof(mother, now),
                child_birth_on=(clock.legal_day(now) - timedelta(days=9)).isoformat(),
            ),
            actor=mother,
            at=now,
            idempotency_key=f"{body.id}:{number}",
        )
    return {
        "office": body.id,
        "clerk": office.clerk.account_id,
        "leader": office.leader.account_id,
    }


def _insurance(unit_code: str, now: datetime) -> None:
    from nentang.agreements.actor import SYSTEM
    from nentang.foundation.organizations.public import (
        OrganizationKind,
        OrganizationLevel,
        OrganizationTask,
        create_organization,
        organization_with_task,
        province_of,
    )
    from nentang.kernel import clock

    today = clock.legal_day(now)
    if organization_with_task(OrganizationTask.INSURANCE, unit_code, today):
        return
    create_organization(
        name="Bảo hiểm xã hội tỉnh",
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel.PROVINCE,
        task=OrganizationTask.INSURANCE,
        code="H42.99",
        unit_code=province_of(unit_code, today).code,
        valid_from=date(2025, 7, 1),
        actor=SYSTEM,
        at=now,
    )


def grant(office: int, clerk: int, leader: int, procedure: str) -> int:
    """Receive and grant every such dossier that waits at the office; what follows is left to a worker."""
    from nentang.foundation.identity.public import actor_for_account
    from nentang.government.catalogue.public import bundle_of_digest
    from nentang.government.services import actions
    from nentang.government.services.models import Dossier
    from nentang.kernel import clock

    now = clock.now()
    desk, head = actor_for_account(clerk, now), actor_for_account(leader, now)
    waiting = Dossier.objects.filter(
        organization=office, procedure=procedure, case__state="registered"
    )
    for number, dossier in enumerate(waiting):
        actions.receive_dossier(code=dossier.code, actor=desk, at=now)
        if bundle_of_digest(dossier.bundle_id).found:
            found = {"child_number": f"037326{dossier.pk * 10 + number:06d}"}
            actions.record_findings(code=dossier.code, findings=found, actor=desk, at=now)
        actions.propose_decision(code=dossier.code, actor=desk, at=now)
        actions.grant_dossier(code=dossier.code, actor=head, at=now)
    return len(waiting)


def work_killed_at_every_change(first: int) -> int:
    """How many workers were killed, each one change later than the one before, until one got through."""
    from django.db import connections

    from nentang.kernel import clock

    begun = clock.now()
    for killed in range(10_000):
        connections.close_all()
        worker = os.fork()
        if worker == 0:
            _work(until_change=first + killed, at=begun + LEASE * (killed + 1))
        _, status = os.waitpid(worker, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            return killed
    raise AssertionError("no worker gets through")


def _work(*, until_change: int, at: datetime) -> None:
    """Be a worker that SIGKILL meets before its n-th change of the base."""
    from django.db import connection

    from nentang.foundation.outbox.public import deliver_events

    seen = 0

    def counted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal seen
        if sql.lstrip().upper().startswith(CHANGES):
            seen += 1
            if seen == until_change:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)

    try:
        with connection.execute_wrapper(counted):
            while deliver_events(at=at, limit=100):
                pass
    except BaseException:  # noqa: BLE001 - a fork must not go on as its parent
        os._exit(1)
    os._exit(0)


def account(office: int) -> dict[str, Any]:
    """What stands of the office's matters, counted every way that must agree."""
    from nentang.foundation.audit.public import verify
    from nentang.foundation.casework.models import Case
    from nentang.foundation.documents.models import StoredFile
    from nentang.foundation.notifications.models import Message
    from nentang.foundation.outbox.models import Delivery, Event
    from nentang.government.linked.models import Chain, PartDossier
    from nentang.government.services.models import Dossier

    chains = list(Chain.objects.filter(organization=office))
    made = PartDossier.objects.filter(part__chain__in=chains)
    persons = [each.applicant_id for each in chains]
    dossiers = Dossier.objects.filter(applicant__in=persons)
    subjects = [f"chain:{each.pk}" for each in chains]
    messages = Message.objects.filter(subject__in=subjects)
    papers = [f"dossier:{pk}" for pk in dossiers.values_list("pk", flat=True)]
    return {
        "matters": len(chains),
        "parts": Counter(made.values_list("part__name", flat=True)),
        "dossiers": Counter(dossiers.values_list("procedure", flat=True)),
        "cases": Case.objects.filter(pk__in=dossiers.values("case")).count(),
        "opened": Event.objects.filter(
            name="linked.part_opened", key__in=[each.code for each in chains]
        ).count(),
        "messages": Counter(messages.values_list("template", flat=True)),
        "stray_copies": StoredFile.objects.filter(owner_person__in=persons, subject="").count(),
        "papers": StoredFile.objects.filter(subject__in=papers, filename__endswith=".pdf").count(),
        "open_deliveries": Delivery.objects.exclude(state="done").count(),
        "forgotten": all(not each.answers for each in chains),
        "audit_holds": verify().holds,
    }


QUESTIONS: dict[str, Callable[..., Any]] = {
    "begin": begin,
    "grant": grant,
    "work_killed_at_every_change": work_killed_at_every_change,
    "account": account,
}


def _answer() -> None:
    from nentang.config.start import start

    start()
    sys.stdout.write(json.dumps(QUESTIONS[sys.argv[1]](**json.loads(sys.argv[2]))))


if __name__ == "__main__":
    _answer()
