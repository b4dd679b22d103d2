"""A form that cannot work is refused with a sentence, one that should be better gets a list."""

from pathlib import Path
from typing import Any

import pytest

from nentang.foundation.forms.public import FormUnreadable, lint_form, load_form, read_form

from .factories import every_kind, field, source

CHOICES = [{"value": "one", "label": {"vi": "Một", "en": "One"}}]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (source(field("guess")), "'guess' is not one of"),
        (source(field("text", name="__proto__")), "the name '__proto__'"),
        (source(field("text", name="a.b")), "the name 'a.b'"),
        (source(field("text", colour="red")), "nobody knows colour"),
        (source(field("text", limits={"most": 3})), "nobody knows the limits most"),
        (source(field("text", limits={"pattern": "("})), "pattern"),
        (source(field("date", limits={"not_after": "tomorrow"})), "is not a day"),
        (source(field("radio")), "choices"),
        (source(field("radio", choices=CHOICES * 2)), "values of the choices"),
        (source(field("text", choices=CHOICES)), "choices"),
        (source(field("group")), "a group, and no other, has fields"),
        (source(field("text", when={"field": "x"})), "the condition"),
        (source(field("text"), version="two"), "version 'two'"),
        (source(field("text"), steps=[]), "a form without steps"),
        ({"code": "trial"}, "something is missing"),
    ],
)
def test_what_cannot_be_a_form_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(FormUnreadable, match=said):
        read_form(wrong)


def test_groups_go_three_deep_and_no_deeper() -> None:
    deep = field("text")
    for _ in range(3):
        deep = field("group", name="inner", fields=[deep])
    read_form(source(deep))

    with pytest.raises(FormUnreadable, match="groups within groups"):
        read_form(source(field("group", name="outer", fields=[deep])))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("code: [")

    with pytest.raises(FormUnreadable, match=r"broken\.yaml"):
        load_form(tmp_path / "broken.yaml")


def test_the_demo_form_is_clean() -> None:
    assert lint_form(every_kind()) == []


def test_the_linter_says_what_to_mend() -> None:
    form = read_form(
        source(
            field("radio", name="sex", choices=CHOICES, label="Giới tính"),
            field("text", name="a", when={"field": "sex", "equals": "two"}),
            field("text", name="b", when={"field": "later", "filled": True}),
            field("text", name="later", known_by_register=True),
            field("phone", name="later", purpose=""),
        )
    )

    assert [str(each) for each in lint_form(form)] == [
        "later: the name is used twice",
        "a: sex can never be ['two']",
        "b: later is not asked before",
        "sex: no English",
        "later: a register knows this; name the source to take it from",
        "later: say for what purpose this is asked",
    ]


def test_equal_forms_are_one_key() -> None:
    assert {read_form(source(field("text"))), read_form(source(field("text")))} == {
        read_form(source(field("text")))
    }
    assert read_form(source(field("text"))) != read_form(source(field("date")))
