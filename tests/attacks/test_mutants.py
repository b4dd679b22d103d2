"""Takes walls out of the house one at a time: the questions about who may what notice each."""

import os
from datetime import datetime
from importlib import import_module

import pytest
from pytest_django import Settings

from nentang.kernel import clock

from .battery import disagreements
from .mutants import Mutant, mutants_of
from .rights import Land, make_land

pytestmark = pytest.mark.django_db(transaction=True)
WALLS = (
    "government.services.permissions",
    "foundation.casework.permissions",
    "foundation.documents.permissions",
    "economy.payments.permissions",
    "government.queue.permissions",
    "government.catalogue.permissions",
    "government.services.queries.dossiers",
    "government.services.queries.register",
    "government.services.queries.waiting",
    "government.services.queries.papers",
    "foundation.casework.queries.inbox",
    "foundation.documents.queries",
    "economy.payments.queries.requests",
    "economy.payments.queries.books",
)
WHO = (
    *("citizen 0", "citizen 1", "agent of all", "agent services.", "agent health."),
    *("helper here", "agent of a company"),
    *("clerk here", "leader there", "head_of_desk here", "inspector there", "administrator here"),
    *("writer", "approver", "nobody"),
)
NO_REFUNDS = "no refund, break or statement in the land: tests/economy/payments asks"
SAME = "says the same in other words, or falls over where there is nothing to show"
ELSEWHERE = "asked by the tests of its own app"
SURVIVE = {
    "payments.queries.books.": NO_REFUNDS,
    "payments.queries.requests.lock_booking": NO_REFUNDS,
    "payments.queries.requests.payee_account": ELSEWHERE,
    "_is_payer: without": SAME,
    "can_see_receipt_of: without": SAME,
    "may_open_files: without": SAME,
    "may_open_registers: without": SAME,
    "works_at: without bool(own)": SAME,
    "check_works_here: without": "the land's actors are people: none is the platform",
    "inbox._own_steps": "as below",
    "inbox._waits_for": "narrows what is one's turn among what one may see anyway",
    "documents.permissions.can_see: without document.person_id is not None": SAME,
    "documents.permissions.is_own": "every file of the land has an owner, every actor an account",
    "documents.permissions.check_can_revoke": ELSEWHERE,
    "documents.queries.": "nothing is looked up by code here: tests/foundation/documents asks",
    "catalogue.permissions._account": "every officer has an account",
    "catalogue.permissions.can_begin: without owner is not None": SAME,
    "catalogue.permissions.check_approves": ELSEWHERE,
    "queue.permissions.check_is_at": ELSEWHERE,
    "services.permissions.is_applicant": "no dossier of a company: test_household.py asks",
    "documents.permissions.check_has_room": "tests/attacks/test_uploads.py asks",
    "queries.dossiers.changes_at": "an empty condition falls out of an «or»: less is shown, not more",
    "queries.dossiers.open_payment_of": "chooses among one's own payments",
    "queries.dossiers.tracked_dossier": "tests/attacks/test_sessions.py asks",
    "queries.papers.": "two conditions that hold each other: either keeps the papers one's own",
}
"""What no question here notices, by the words its name holds, and why."""
EVERY = 1 if os.environ.get("NENTANG_ALL_MUTANTS") else 9


def every_mutant() -> list[Mutant]:
    """All of them, always in the same order."""
    return [m for name in WALLS for m in mutants_of(import_module(f"nentang.{name}"))]


@pytest.fixture
def land(at: datetime, settings: Settings) -> Land:
    settings.RATELIMIT_ENABLE = False
    clock.use(lambda: at)
    land = make_land(at, seed=749, dossiers=6)
    return Land(land.offices, {n: land.actors[n] for n in WHO}, land.dossiers, land.draft)


def test_every_wall_that_falls_is_noticed(land: Land, at: datetime) -> None:
    assert next(disagreements(land, at), None) is None
    survivors, tried = set(), every_mutant()[::EVERY]
    for mutant in tried:
        with mutant.at_large():
            if not is_noticed(land, at):
                survivors.add(mutant.name)
    if new := {each for each in survivors if not any(known in each for known in SURVIVE)}:
        pytest.fail(f"of {len(tried)} these went unnoticed:\n" + "\n".join(sorted(new)))
    assert len(tried) > 10


def is_noticed(land: Land, at: datetime) -> bool:
    """Whether some question is answered otherwise, or a page would fall over."""
    try:
        return next(disagreements(land, at), None) is not None
    except Exception:  # noqa: BLE001 - whatever falls over shows nothing
        return True
