"""Entries: sent in, judged by the owner, published with four eyes, kept current, told to whoever sent them."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor
from nentang.foundation.casework.errors import RoleMissing, StepNotPossible
from nentang.foundation.documents.errors import FileNotFound
from nentang.foundation.documents.public import check_can_open, store_file
from nentang.foundation.facts.models import Fact
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.errors import (
    EntryChanged,
    EntryIncomplete,
    EntryNotFound,
    FourEyes,
    NoOwner,
    NotAKeeper,
    NotInvited,
    NotOpenForChange,
    NotPublished,
    ReasonMissing,
    TooManyOpen,
)
from nentang.measure.small_registers.models import Entry, EntryVersion
from nentang.measure.small_registers.public import entries_of, entry_links
from nentang.measure.small_registers.queries import find_entry
from tests.government.services.factories import PIXEL

from .factories import (
    DOMAIN,
    STORY,
    Keepers,
    entered,
    filled,
    make_citizen,
    make_keepers,
    make_representative,
    published,
    walk,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(at: datetime) -> Keepers:
    return make_keepers(at=at)


@pytest.fixture
def citizen(at: datetime) -> Actor:
    return make_citizen(at=at)


def sent(citizen: Actor, at: datetime, register: str = "success_stories", **changes: str) -> Entry:
    typed = STORY if register == "success_stories" else filled(register)
    return actions.submit_entry(
        register=register,
        typed={**typed, **changes},
        statement="Tôi là người bán ở chợ.",
        file_ids=[],
        actor=citizen,
        at=at,
    )


def test_a_citizens_story_is_judged_published_and_they_hear_of_it(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    entry = sent(citizen, at)
    assert (entry.organization_id, entry.case.state) == (owner.body.pk, "filed")

    walk(owner, entry.code, "publish", at=at)
    run_until_quiet(at=at)

    entry = find_entry(entry.code)
    assert entry.shown == STORY
    assert entry.public_state == "published"
    told = Message.objects.filter(person=citizen.person_id, template="small_registers.answered")
    assert told.count() == 1
    assert Fact.objects.filter(kind="small_registers.entry_published").count() == 1


def test_the_same_story_twice_is_one_and_no_more_than_five_wait(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    assert sent(citizen, at).pk == sent(citizen, at).pk
    for number in range(4):
        sent(citizen, at, name=f"Chuyện {number}")

    with pytest.raises(TooManyOpen):
        sent(citizen, at, name="Chuyện nữa")


def test_some_registers_invite_organizations_only_and_some_nobody(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    company = make_representative(at=at)
    assert sent(company, at, "challenges").sent_for_id == company.principal_organization_id

    for actor, register in (
        (citizen, "challenges"),
        (company, "coverage"),
        (ANONYMOUS, "disputes"),
    ):
        with pytest.raises(NotInvited):
            sent(actor, at, register)


def test_where_the_owner_is_not_in_the_system_nothing_is_lost_in_silence(
    citizen: Actor, at: datetime
) -> None:
    with pytest.raises(NoOwner):
        sent(citizen, at)


def test_a_submitter_is_asked_for_what_is_theirs_and_told_what_is_missing(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    make_keepers(at=at, code="G02")
    entry = sent(citizen, at, "disputes", outcome="refunded")
    assert "outcome" not in entry.values  # that is the office's to say
    assert entry.case.due_at is not None

    with pytest.raises(EntryIncomplete) as refused:
        sent(citizen, at, done=" ")
    assert refused.value.fields == {"done": ["missing", ""]}


def test_of_a_dispute_everybody_reads_the_kind_never_the_story(
    citizen: Actor, at: datetime
) -> None:
    trade = make_keepers(at=at, code="G02")
    entry = sent(citizen, at, "disputes")
    by = {"code": entry.code, "reason": "", "at": at}
    actions.take_step(step="accept", actor=trade.specialist, **by)
    typed = {**filled("disputes"), "outcome": "refunded"}
    actions.change_entry(
        code=entry.code, typed=typed, values_version=1, actor=trade.specialist, at=at
    )
    actions.take_step(step="propose", actor=trade.specialist, **by)
    actions.take_step(step="conclude", actor=trade.leader, **by)

    entry = find_entry(entry.code)
    assert set(entry.shown) == {"subject", "platform", "outcome", "lesson"}
    assert "chợ" not in entry.folded


def test_whoever_prepared_an_entry_does_not_publish_it(owner: Keepers, at: datetime) -> None:
    entry = published(owner, "legal_review", filled("legal_review"), at=at)
    typed = {**filled("legal_review"), "amended_by": "Thông tư thử"}
    actions.change_entry(code=entry.code, typed=typed, values_version=1, actor=owner.leader, at=at)
    by = {"code": entry.code, "step": "amended", "reason": "", "at": at}

    with pytest.raises(FourEyes):
        actions.take_step(actor=owner.leader, **by)
    assert actions.take_step(actor=owner.deputy, **by).published == 2


def test_only_roles_of_the_table_take_its_steps_and_strangers_know_of_no_entry(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    entry = entered(owner, "domains", DOMAIN, at=at)
    elsewhere = make_keepers(at=at, code="G15")
    by = {"code": entry.code, "reason": "", "at": at}

    with pytest.raises(RoleMissing):
        actions.take_step(step="submit", actor=owner.leader, **by)
    for stranger in (elsewhere.leader, citizen):
        with pytest.raises(EntryNotFound):
            actions.take_step(step="submit", actor=stranger, **by)
    with pytest.raises(NotAKeeper):
        actions.take_step(step="no_such_step", actor=owner.leader, **by)
    with pytest.raises(StepNotPossible):
        actions.take_step(step="publish", actor=owner.leader, **by)


def test_an_amendment_makes_a_new_version_and_the_old_stands(owner: Keepers, at: datetime) -> None:
    entry = published(owner, "domains", DOMAIN, at=at)
    with pytest.raises(NotOpenForChange):
        actions.change_entry(
            code=entry.code, typed=DOMAIN, values_version=1, actor=owner.specialist, at=at
        )
    actions.take_step(code=entry.code, step="amend", reason="", actor=owner.specialist, at=at)
    changed = {**DOMAIN, "ipv6": "only"}
    by = {"code": entry.code, "actor": owner.specialist, "at": at}
    actions.change_entry(typed=changed, values_version=1, **by)
    with pytest.raises(EntryChanged):
        actions.change_entry(typed=changed, values_version=1, **by)
    assert find_entry(entry.code).shown["ipv6"] == "both"

    walk(owner, entry.code, "publish", at=at)

    versions = EntryVersion.objects.filter(entry=entry).order_by("number")
    assert [each.values["ipv6"] for each in versions] == ["both", "only"]
    with pytest.raises(DatabaseError), transaction.atomic():
        versions.update(title="Khác")


def test_a_refusal_says_why_and_the_sender_may_withdraw(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    first, second = sent(citizen, at), sent(citizen, at, name="Chuyện hai")
    with pytest.raises(ReasonMissing):
        actions.take_step(code=first.code, step="refuse", reason=" ", actor=owner.leader, at=at)
    actions.take_step(code=first.code, step="refuse", reason="Đã có", actor=owner.leader, at=at)
    with pytest.raises(NotAKeeper):
        actions.take_step(code=second.code, step="withdraw", reason="", actor=owner.leader, at=at)
    actions.take_step(code=second.code, step="withdraw", reason="", actor=citizen, at=at)

    assert find_entry(first.code).case.timeline.last().public_note == "Đã có"
    assert find_entry(second.code).case.state == "withdrawn"
    assert find_entry(first.code).published is None


def test_a_trial_is_due_on_its_last_day_and_ends_with_its_result(
    owner: Keepers, at: datetime
) -> None:
    typed = {**filled("sandbox"), "ends_on": "2021-03-31", "result": ""}
    entry = entered(owner, "sandbox", typed, at=at)
    walk(owner, entry.code, "grant", at=at)
    entry = find_entry(entry.code)

    assert entry.case.due_at is not None
    assert legal_day(entry.case.due_at) == date(2021, 3, 31)
    assert entry.case.closed_at is None
    assert [each.code for each in entries_of("sandbox")] == [entry.code]
    actions.take_step(code=entry.code, step="end", reason="", actor=owner.leader, at=at)
    assert find_entry(entry.code).confirm_by is None
    assert entries_of("sandbox") == []
    assert entry.code in entry_links([entry.code])


def test_what_nobody_confirms_is_told_once_a_term_and_counted(owner: Keepers, at: datetime) -> None:
    entry = published(owner, "domains", DOMAIN, at=at)
    late = at + timedelta(days=400)

    assert actions.warn_of_stale_entries(actor=SYSTEM, at=at) == 0
    assert actions.warn_of_stale_entries(actor=SYSTEM, at=late) == 1
    assert actions.warn_of_stale_entries(actor=SYSTEM, at=late) == 0
    actions.confirm_entry(code=entry.code, actor=owner.specialist, at=late)
    assert actions.warn_of_stale_entries(actor=SYSTEM, at=late + timedelta(days=30)) == 0
    assert actions.warn_of_stale_entries(actor=SYSTEM, at=late + timedelta(days=400)) == 1

    assert Fact.objects.filter(kind="small_registers.entry_stale").count() == 2
    confirmed = Fact.objects.get(kind="small_registers.entry_confirmed")
    assert confirmed.payload["in_time"] is False


def test_only_what_is_published_is_confirmed(owner: Keepers, at: datetime) -> None:
    entry = entered(owner, "domains", DOMAIN, at=at)

    with pytest.raises(NotPublished):
        actions.confirm_entry(code=entry.code, actor=owner.specialist, at=at)


def test_what_stands_is_counted_once_a_month(owner: Keepers, at: datetime) -> None:
    published(owner, "domains", DOMAIN, at=at)
    published(owner, "domains", {**DOMAIN, "domain": "khac.gov.vn", "ipv6": "no"}, at=at)

    for day in (0, 1, 31):
        actions.count_entries(actor=SYSTEM, at=at + timedelta(days=day))

    facts = Fact.objects.filter(kind="small_registers.entry_counted")
    assert sum(each.payload["above"] for each in facts) == 2
    assert sum(each.payload["below"] for each in facts) == 4


def test_evidence_is_opened_by_the_office_and_the_sender_alone(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    file = store_file(content=PIXEL, filename="anh.png", actor=citizen, at=at)
    entry = actions.submit_entry(
        register="success_stories",
        typed=STORY,
        statement="",
        file_ids=[file.pk],
        actor=citizen,
        at=at,
    )
    file.refresh_from_db()

    assert file.subject == f"register_entry:{entry.pk}"
    for actor in (citizen, owner.leader):
        check_can_open(actor, file)
    for actor in (make_citizen(at=at), make_keepers(at=at, code="G15").leader):
        with pytest.raises(FileNotFound):
            check_can_open(actor, file)
