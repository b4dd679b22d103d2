"""What a form's author should mend: faults that make it unfillable, and wishes."""

from collections.abc import Iterator

from .definition import Condition, Field, FormDefinition, Words, every_field


def lint_form(form: FormDefinition) -> list[str]:
    """Sentences for the author, faults first; an empty list is a clean form."""
    return [*faults_of_form(form), *_untranslated(form), *_wishes(form)]


def faults_of_form(form: FormDefinition) -> list[str]:
    """What forbids publishing: a name used twice, a condition that can never hold."""
    twice = [f"{path}: the name is used twice" for path in _repeated(_paths(form))]
    steps = [f"step {name}: the name is used twice" for name in _repeated(_step_names(form))]
    return [*twice, *steps, *_unreachable(form)]


def _paths(form: FormDefinition) -> list[str]:
    return [path for path, _ in every_field(form.fields)]


def _step_names(form: FormDefinition) -> list[str]:
    return [step.name for step in form.steps]


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _unreachable(form: FormDefinition) -> Iterator[str]:
    by_name = {field.name: field for _, field in every_field(form.fields)}
    for path, field in every_field(form.fields):
        for condition in (*field.conditions, *field.prefill_when):
            if condition.up < 0:
                yield f"{path}: {condition.field} is not asked before"
            elif not _can_hold(condition, by_name[condition.field]):
                yield f"{path}: {condition.field} can never be {list(condition.values)}"


def _can_hold(condition: Condition, asked: Field) -> bool:
    if condition.test == "filled":
        return isinstance(condition.values[0], bool)
    if asked.kind == "yes_no":
        return any(isinstance(value, bool) for value in condition.values)
    offered = {choice.value for choice in asked.choices}
    return not offered or bool(offered & set(condition.values))


def _untranslated(form: FormDefinition) -> Iterator[str]:
    places: list[tuple[str, Words]] = [("title", form.title)]
    for step in form.steps:
        places += [(f"step {step.name}", step.title), (f"step {step.name}", step.intro)]
    for path, field in every_field(form.fields):
        places += [(path, field.label), (path, field.hint)]
        places += [(f"{path}={choice.value}", choice.label) for choice in field.choices]
    yield from (f"{place}: no English" for place, text in places if text and not text.en)


def _wishes(form: FormDefinition) -> Iterator[str]:
    for path, field in every_field(form.fields):
        if not field.fields and not field.purpose:
            yield f"{path}: say for what purpose this is asked"
        if field.known_by_register and not field.prefill:
            yield f"{path}: a register knows this; name the source to take it from"
