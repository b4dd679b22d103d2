"""Every register is a file over one engine; what is typed into one is read by its fields."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import kind_named
from nentang.foundation.facts.models import Fact
from nentang.foundation.organizations.public import Unit
from nentang.kernel import clock
from nentang.kernel.yaml_file import read_yaml
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.enums import FaultKind
from nentang.measure.small_registers.queries import find_entry, published_entries, register_named
from nentang.measure.small_registers.registry import FOLDER
from nentang.measure.small_registers.rules.registers import Register, parse_register
from nentang.measure.small_registers.rules.terms import confirm_by, counted
from nentang.measure.small_registers.rules.typed import missing, public_part, read
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import sign_in
from tests.measure.programme.factories import make_planners

from .factories import ALL, DOMAIN, Keepers, entered, filled, known_register, make_keepers

TODAY = date(2020, 12, 7)
BRIDGES = """
name: register_bridges
path: cau
short: CAU
title: {vi: "Cầu có cảm biến", en: "Bridges with sensors"}
purpose: {vi: "Cầu nào đo được.", en: "Which bridges measure."}
owner: G14
keepers: [ministry]
roles: [specialist, leader]
confirm_months: 3
basis:
  - {valid_from: 2020-01-01, act: "Kế hoạch thử", article: "", source: "bài thử", verified: false}
measure: {above: measured, below: all}
fields:
  - {id: name, kind: text, title: {vi: "Tên cầu", en: "Name"}}
  - {id: all, kind: number, title: {vi: "Số nhịp", en: "Spans"}}
  - {id: measured, kind: number, at_most: all, title: {vi: "Nhịp có cảm biến", en: "Spans with sensors"}}
  - {id: secret, kind: text, public: false, required: false, title: {vi: "Nội bộ", en: "Internal"}}
initial: draft
states:
  - {name: draft, editable: true, title: {vi: "Đang soạn", en: "Draft"}}
  - {name: shown, is_final: true, title: {vi: "Đang công bố", en: "Published"}}
transitions:
  - {name: show, sources: [draft], target: shown, roles: [leader], four_eyes: true, publishes: true, complete: true, title: {vi: "Công bố", en: "Publish"}}
"""


@pytest.mark.parametrize("code", ALL)
def test_every_file_is_a_register_with_a_life_cycle(code: str) -> None:
    register = register_named(code)
    kind = kind_named(register.kind)

    assert set(register.states) == set(kind.states)
    assert any(step.publishes and step.four_eyes for step in register.steps.values())
    assert all(basis.act and basis.source for basis in register.basis)
    assert len({register_named(each).path for each in ALL}) == len(ALL)


def test_the_ten_registers_of_the_programme_are_there() -> None:
    assert len(list(FOLDER.glob("*.yaml"))) == len(ALL) == 10


@pytest.mark.django_db
@pytest.mark.parametrize("code", ALL)
def test_in_every_register_an_entry_can_be_published(code: str, at: datetime) -> None:
    register = register_named(code)
    place = make_unit("98", "Tỉnh Mẫu")
    keepers = make_keepers(at=at)
    if "ministry" not in register.keepers:
        keepers = _province(at, place.code)
    typed = filled(code) | ({"place": "98001"} if code == "coverage" else {})
    entry = entered(keepers, code, typed, at=at)

    for _step in range(6):
        if find_entry(entry.code).published:
            break
        _next(keepers, entry.code, register, at)

    assert [each.code for each in published_entries(code, limit=5)] == [entry.code]


def _province(at: datetime, code: str) -> Keepers:
    make_unit("98001", "Xã Mẫu", parent=Unit.objects.get(code=code))
    planners = make_planners(at=at, unit_code=code)
    return Keepers(planners.body, planners.planner, planners.leader, planners.deputy)


def _next(keepers: Keepers, code: str, register: Register, at: datetime) -> None:
    """The first step out of the state that is no refusal, by whoever may take it."""
    state = find_entry(code).case.state
    for step in kind_named(register.kind).transitions.values():
        meaning = register.steps[step.name]
        if state in step.sources and not meaning.needs_reason and not meaning.by_submitter:
            actor = keepers.specialist if "specialist" in step.roles else keepers.leader
            actions.take_step(code=code, step=step.name, reason="", actor=actor, at=at)
            return


@pytest.mark.django_db
def test_a_new_register_is_a_new_file(tmp_path: Path, at: datetime, settings: Settings) -> None:
    settings.DEMO = True
    clock.use(lambda: at)
    file = tmp_path / "bridges.yaml"
    file.write_text(BRIDGES, encoding="utf-8")
    keepers = make_keepers(at=at)
    with known_register(file) as code:
        entry = entered(
            keepers, code, {"name": "Cầu Mẫu", "all": "12", "measured": "9", "secret": "kín"}, at=at
        )
        assert "Cầu Mẫu" in _page(keepers.leader, "/viec/")
        actions.take_step(code=entry.code, step="show", reason="", actor=keepers.leader, at=at)

        assert "Cầu Mẫu" in _page(None, "/so-dang-ky/cau/")
        assert "kín" not in _page(None, f"/so-dang-ky/cau/{entry.code}/")
        assert "Cầu có cảm biến" in _page(None, "/so-dang-ky/")
        found = _json("/api/v1/small-registers/bridges/entries?words=cau+mau")
        assert found["items"][0]["values"] == {"name": "Cầu Mẫu", "all": 12, "measured": 9}
        actions.count_entries(actor=keepers.leader, at=at)
        assert Fact.objects.get(kind="small_registers.entry_counted").payload["above"] == 9.0
    assert "Cầu có cảm biến" not in _page(None, "/so-dang-ky/")


def _page(actor: Actor | None, address: str) -> str:
    client = sign_in(actor) if actor else Client()
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def _json(address: str) -> Any:
    return Client().get(address).json()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at_most: all", "at_most: none"),
        ("keepers: [ministry]", "keepers: [planet]"),
        ("id: measured", "id: name"),
        ("name: register_bridges", "name: bridges"),
        ("basis:\n  - {valid_from: 2020-01-01", "basis: []\nother:\n  - {valid_from: 2020-01-01"),
        ("kind: text, public: false", "kind: choice, public: false"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "bridges.yaml"
    file.write_text(BRIDGES.replace(old, new), encoding="utf-8")

    with pytest.raises(ValueError, match="bridges"):
        parse_register("bridges", read_yaml(file))


def faults(register: str, **changes: str) -> dict[str, FaultKind]:
    typed = {"domains": DOMAIN}.get(register, {}) | changes
    known = register_named(register)
    return {n: f.kind for n, f in read(known, typed, today=TODAY).faults.items()}


def test_each_kind_of_field_has_its_fault() -> None:
    assert faults("domains") == {}
    assert faults("domains", domain="không phải") == {"domain": FaultKind.NOT_DOMAIN}
    assert faults("domains", ipv6="maybe") == {"ipv6": FaultKind.NOT_OFFERED}
    assert faults("domains", expires_on="mai") == {"expires_on": FaultKind.NOT_DAY}
    assert faults("coverage", households="1.2") == {"households": FaultKind.NOT_WHOLE}
    assert faults("coverage", households="10", households_fibre="11") == {
        "households_fibre": FaultKind.TOO_MANY
    }
    assert faults("coverage", counted_on="2021-01-01") == {"counted_on": FaultKind.IN_FUTURE}
    assert faults("coverage", place="98001") == {"place": FaultKind.NOT_OFFERED}
    assert faults("success_stories", website="javascript:alert(1)") == {
        "website": FaultKind.NOT_URL
    }
    assert faults("success_stories", done="Gọi 0912345678 nhé") == {"done": FaultKind.PERSONAL}


@given(st.sampled_from(ALL), st.text(max_size=80))
def test_no_text_breaks_a_register_and_what_is_read_is_read_again_the_same(
    code: str, text: str
) -> None:
    register = register_named(code)
    typed = {each.id: text for each in register.fields}
    first = read(register, typed, today=TODAY).values
    again = read(register, {k: str(v) for k, v in first.items()}, today=TODAY).values

    assert again == first
    assert set(missing(register, first)) <= {each.id for each in register.fields}


@given(st.sampled_from(ALL), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_term_lies_ahead_and_what_is_over_has_none(code: str, today: date) -> None:
    register = register_named(code)
    for state, meaning in register.states.items():
        day = confirm_by(register, state, today)
        assert (day is None) == meaning.is_over
        assert day is None or day > today


def test_what_is_not_public_is_in_no_public_part() -> None:
    register = register_named("disputes")
    values = {"subject": "goods", "amount": 5_000_000}

    assert public_part(register, values) == {"subject": "goods"}


def test_a_measure_counts_numbers_choices_or_states() -> None:
    coverage, domains, challenges = (
        register_named(each).measure for each in ("coverage", "domains", "challenges")
    )
    assert coverage
    assert domains
    assert challenges
    assert counted(coverage, {"households": 10, "households_fibre": 7}, "published") == (7, 10)
    assert counted(domains, {"ipv6": "only"}, "published") == (1, 1)
    assert counted(domains, {"ipv6": "no"}, "published") == (0, 1)
    assert counted(challenges, {}, "answered") == (1, 1)
    assert counted(challenges, {}, "open") == (0, 1)
