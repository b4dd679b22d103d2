"""Every chain of the law files can be asked for, on every day on which it holds."""

from datetime import date

import pytest

from nentang.foundation.forms.public import lint_form
from nentang.government.linked.queries import Linked, linked_of, linked_on
from nentang.government.linked.rules.chain import parse_chain
from nentang.government.linked.rules.composing import ChainUnreadable, compose
from nentang.government.linked.rules.kinds import kinds

pytestmark = pytest.mark.django_db
DAYS = (date(2020, 12, 7), date(2023, 5, 5), date(2024, 7, 1), date(2025, 7, 1), date(2026, 11, 27))
EVERY = [(kind, day) for kind in kinds() for day in DAYS if (kind, day) != ("death", DAYS[0])]


@pytest.mark.parametrize(("kind", "day"), EVERY)
def test_the_one_form_has_nothing_to_mend(kind: str, day: date) -> None:
    form = linked_of(kind, day).form

    assert lint_form(form) == []
    assert len(form.steps) <= 10


@pytest.mark.parametrize(("kind", "day"), EVERY)
def test_what_a_step_gives_is_what_its_procedure_results_in(kind: str, day: date) -> None:
    linked = linked_of(kind, day)

    for step in linked.chain.steps:
        assert linked.bundles[step.name].procedure.result_kind == step.gives


@pytest.mark.parametrize(("kind", "day"), EVERY)
def test_what_is_carried_is_asked_or_found_before(kind: str, day: date) -> None:
    linked = linked_of(kind, day)
    asked = {field.name for field in linked.form.fields}

    for step in linked.chain.steps:
        questions = {field.name for field in linked.bundles[step.name].form.fields}
        assert step.carries.keys() <= questions
        for carry in step.carries.values():
            for source in (carry, *carry.cases.values()):
                assert source.kind not in ("from", "by") or source.value in asked
                if source.kind == "found":
                    found = linked.bundles[source.of].found
                    assert found is not None
                    assert source.value in {field.name for field in found.fields}


def test_of_three_forms_only_a_few_questions_are_asked_beyond_the_first() -> None:
    linked = linked_of("birth", DAYS[-1])
    own = {field.name for field in linked.bundles["birth"].form.fields}
    later = sum(len(list(linked.bundles[name].form.fields)) for name in ("residence", "card"))

    asked = [field.name for field in linked.form.fields if field.name not in own]

    assert asked[:3] == ["lives_with", "head_is", "residence_requester_phone"]
    assert (len(asked), later) == (9, 29)


def test_bodies_change_with_the_districts() -> None:
    def levels(linked: Linked) -> list[str]:
        return [step.bodies[0].level for step in linked.chain.steps]

    assert levels(linked_of("birth", date(2025, 6, 30))) == ["commune", "commune", "district"]
    assert levels(linked_of("birth", date(2025, 7, 1))) == ["commune", "commune", "province"]


def test_births_were_linked_before_deaths() -> None:
    assert [each.kind for each in linked_on(DAYS[0])] == ["birth"]
    assert [each.kind for each in linked_on(DAYS[-1])] == ["birth", "death"]


FIRST = {
    "valid_from": "2020-01-01",
    "steps": [
        {
            "name": "who",
            "fields": [
                {"name": "one", "kind": "radio", "choices": [{"value": "a"}, {"value": "b"}]},
                {"name": "two", "kind": "text"},
            ],
        }
    ],
}
LATER = {
    "valid_from": "2020-01-01",
    "steps": [
        {
            "name": "what",
            "fields": [
                {"name": "kind", "kind": "text"},
                {"name": "more", "kind": "text", "when": {"field": "kind", "equals": "x"}},
            ],
        }
    ],
}


def composed(carries: dict[str, object]) -> list[dict[str, object]]:
    words = {"vi": "Thử", "en": "Trial"}
    first = {"name": "first", "procedure": "1", "gives": "one", "bodies": []}
    later = {**first, "name": "later", "waits_for": "first", "carries": carries, "title": words}
    chain = parse_chain({"name": words, "summary": words, "slug": "thu", "steps": [first, later]})
    steps = compose("trial", chain, {"first": FIRST, "later": LATER})["steps"]
    return [field for step in steps[1:] for field in step["fields"]]


@pytest.mark.parametrize(
    ("carries", "asked"),
    [
        ({}, ["later_kind", "later_more"]),
        ({"kind": {"says": "x"}}, ["later_more"]),
        ({"kind": {"says": "y"}}, []),
        ({"kind": {"from": "two"}}, ["later_more"]),
        (
            {"kind": {"by": "one", "cases": {"a": {"says": "x"}, "b": {"says": "y"}}}},
            ["later_more"],
        ),
        ({"kind": {"says": "x"}, "more": {"from": "two"}}, []),
    ],
)
def test_a_question_is_asked_only_where_nothing_tells(
    carries: dict[str, object], asked: list[str]
) -> None:
    assert [each["name"] for each in composed(carries)] == asked


def test_a_condition_on_what_is_said_by_case_becomes_one_on_the_case() -> None:
    carries = {"kind": {"by": "one", "cases": {"a": {"says": "x"}, "b": {"says": "y"}}}}

    assert composed(carries)[0]["when"] == [{"field": "one", "in": ["a"]}]


def test_a_condition_that_cannot_be_told_beforehand_is_refused_by_name() -> None:
    with pytest.raises(ChainUnreadable, match="later"):
        composed({"kind": {"by": "one", "cases": {"a": {"says": "x"}}}})


def test_a_step_waits_only_for_one_before_it() -> None:
    words = {"vi": "Thử", "en": "Trial"}
    step = {"name": "one", "procedure": "1", "gives": "one", "bodies": [], "waits_for": "two"}

    with pytest.raises(ValueError, match="waits for"):
        parse_chain({"name": words, "summary": words, "slug": "thu", "steps": [step]})
