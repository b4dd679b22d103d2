"""What a form's author should mend: faults that make it unfillable, and wishes."""

from collections.abc import Iterator
from enum import StrEnum

from nentang.kernel.frozen import Frozen

from .comparing import COMPARABLE
from .definition import Condition, Field, FormDefinition, Words, every_field


class FaultOfForm(StrEnum):
    """What is wrong with a form, with the sentence for its author."""

    USED_TWICE = "the name is used twice"
    NOT_ASKED_BEFORE = "{other} is not asked before"
    NEVER_HOLDS = "{other} can never be {values}"
    NOT_COMPARABLE = "cannot be compared with {other}"
    NO_ENGLISH = "no English"
    NO_PURPOSE = "say for what purpose this is asked"
    NO_SOURCE = "a register knows this; name the source to take it from"


class FormFault(Frozen):
    """One fault or wish, and where: a question's path, `step <name>`, or the title."""

    place: str
    kind: FaultOfForm
    other: str = ""
    values: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.kind.format(other=self.other, values=self.values)}"


def lint_form(form: FormDefinition) -> list[FormFault]:
    """All for the author, faults first; an empty list is a clean form."""
    return [*faults_of_form(form), *_untranslated(form), *_wishes(form)]


def faults_of_form(form: FormDefinition) -> list[FormFault]:
    """What forbids publishing: a name used twice, a condition that can never hold, what cannot be compared."""
    places = [*_repeated(_paths(form)), *(f"step {name}" for name in _repeated(_step_names(form)))]
    twice = (FormFault(place, FaultOfForm.USED_TWICE) for place in places)
    return [*twice, *_unreachable(form), *_incomparable(form)]


def _paths(form: FormDefinition) -> list[str]:
    return [path for path, _ in every_field(form.fields)]


def _step_names(form: FormDefinition) -> list[str]:
    return [step.name for step in form.steps]


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _unreachable(form: FormDefinition) -> Iterator[FormFault]:
    by_name = {field.name: field for _, field in every_field(form.fields)}
    for path, field in every_field(form.fields):
        for condition in (*field.conditions, *field.prefill_when):
            other = condition.field
            if condition.up < 0:
                yield FormFault(path, FaultOfForm.NOT_ASKED_BEFORE, other)
            elif not _can_hold(condition, by_name[other]):
                yield FormFault(path, FaultOfForm.NEVER_HOLDS, other, str(list(condition.values)))


def _incomparable(form: FormDefinition) -> Iterator[FormFault]:
    kinds = {field.name: field.kind for _, field in every_field(form.fields)}
    for path, field in every_field(form.fields):
        for each in field.compare:
            if each.up < 0:
                yield FormFault(path, FaultOfForm.NOT_ASKED_BEFORE, each.field)
            elif field.kind not in COMPARABLE or kinds[each.field] is not field.kind:
                yield FormFault(path, FaultOfForm.NOT_COMPARABLE, each.field)


def _can_hold(condition: Condition, asked: Field) -> bool:
    if condition.test == "filled":
        return isinstance(condition.values[0], bool)
    if asked.kind == "yes_no":
        return any(isinstance(value, bool) for value in condition.values)
    offered = {choice.value for choice in asked.choices}
    return not offered or bool(offered & set(condition.values))


def _untranslated(form: FormDefinition) -> Iterator[FormFault]:
    places: list[tuple[str, Words]] = [("title", form.title)]
    for step in form.steps:
        places += [(f"step {step.name}", step.title), (f"step {step.name}", step.intro)]
    for path, field in every_field(form.fields):
        places += [(path, field.label), (path, field.hint)]
        places += [(f"{path}={choice.value}", choice.label) for choice in field.choices]
    lacking = (place for place, text in places if text and not text.en)
    yield from (FormFault(place, FaultOfForm.NO_ENGLISH) for place in lacking)


def _wishes(form: FormDefinition) -> Iterator[FormFault]:
    for path, field in every_field(form.fields):
        if not field.fields and not field.purpose:
            yield FormFault(path, FaultOfForm.NO_PURPOSE)
        if field.known_by_register and not field.prefill:
            yield FormFault(path, FaultOfForm.NO_SOURCE)
