"""What is known is filled in where its condition holds, and what was typed stays."""

from datetime import datetime

import pytest

from nentang.foundation.facts.public import fact_rows
from nentang.foundation.forms.public import finish_draft, read_form
from nentang.foundation.forms.rules.definition import FormDefinition
from nentang.foundation.forms.rules.linting import faults_of_form
from nentang.foundation.forms.rules.reading import FormUnreadable

from .factories import field, make_actor, make_draft, save, source


def by_relation() -> FormDefinition:
    """Who declares is the mother, whose name is then known, or somebody else."""
    choices = [{"value": v, "label": {"vi": v, "en": v}} for v in ("mother", "father")]
    return read_form(
        source(
            field("radio", "relation", choices=choices),
            field(
                "person_name",
                "mother_name",
                prefill="person.full_name",
                prefill_when={"field": "relation", "equals": "mother"},
            ),
        )
    )


@pytest.mark.django_db
def test_an_answer_that_fits_is_filled_in_and_taken_back(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor, form=by_relation())
    step = by_relation().steps[0].name
    assert draft.answers == {}

    name = draft.known["mother_name"]["value"]
    as_mother = save(draft, step, actor=actor, at=at, relation="mother").draft
    assert as_mother.answers == {"relation": "mother", "mother_name": name}

    as_father = save(draft, step, actor=actor, at=at, relation="father", mother_name=name).draft
    assert as_father.answers == {"relation": "father"}


@pytest.mark.django_db
def test_who_has_the_same_name_may_say_so(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor, form=by_relation())
    step = by_relation().steps[0].name
    name = draft.known["mother_name"]["value"]

    for _ in range(2):
        saved = save(draft, step, actor=actor, at=at, relation="father", mother_name=name).draft
        assert saved.answers["mother_name"] == name


@pytest.mark.django_db
def test_nationality_is_written_as_on_papers(at: datetime) -> None:
    form = read_form(source(field("text", "nationality", prefill="person.nationality")))

    draft = make_draft(at=at, actor=make_actor(at=at), form=form)

    assert draft.answers == {"nationality": "Việt Nam"}


@pytest.mark.django_db
def test_what_was_typed_or_wiped_out_is_not_filled_again(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor, form=by_relation())
    step = by_relation().steps[0].name

    for typed in ("Lê Thị Nháp", ""):
        saved = save(draft, step, actor=actor, at=at, relation="mother", mother_name=typed).draft
        assert saved.answers["mother_name"] == typed


@pytest.mark.django_db
def test_a_name_typed_by_another_counts_as_typed(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor, form=by_relation())
    step = by_relation().steps[0].name
    save(draft, step, actor=actor, at=at, relation="father", mother_name="Lê Thị Nháp")

    finish_draft(draft_id=draft.public_id, actor=actor, at=at)

    [row] = fact_rows("forms.draft_finished")
    assert (row.payload["typed"], row.payload["corrected"]) == (2, 0)


def test_its_condition_stands_outside_groups_and_looks_back() -> None:
    knows = {"prefill": "person.full_name", "prefill_when": {"field": "asked", "filled": True}}

    forward = read_form(source(field("person_name", "name", **knows), field("text", "asked")))
    assert [str(each) for each in faults_of_form(forward)] == ["name: asked is not asked before"]
    with pytest.raises(FormUnreadable, match="within a group"):
        read_form(source(field("group", "all", fields=[field("person_name", "name", **knows)])))
