"""Every model says which personal data it holds, why and for how long."""

from datetime import date
from typing import Any

from django.db.models import Model

from nentang.foundation.holdings.public import Holding, holding_of, holdings, terms_on
from nentang.kernel.personal_data import PersonalField

from .house import house_apps

SOUNDS_PERSONAL = (
    "full_name",
    "birth_on",
    "personal_number",
    "phone",
    "email",
    "address",
    "answers",
)


def test_every_model_declares_its_personal_data() -> None:
    silent = [
        model._meta.label
        for app in house_apps()
        for model in app.get_models()
        if "PERSONAL_DATA" not in vars(model)
    ]

    assert not silent, (
        f"Say PERSONAL_DATA = {{...}} or NO_PERSONAL_DATA (kernel.personal_data): {silent}"
    )


def test_declared_fields_exist_and_have_a_purpose() -> None:
    for app in house_apps():
        for model in app.get_models():
            names = {field.name for field in model._meta.get_fields()}
            for name, declared in model.PERSONAL_DATA.items():  # type: ignore[attr-defined]
                assert name in names, f"{model._meta.label} has no field {name}"
                assert isinstance(declared, PersonalField)
                assert declared.purpose
                assert declared.legal_basis


def test_fields_that_sound_personal_are_declared() -> None:
    undeclared = [
        f"{model._meta.label}.{field.name}"
        for app in house_apps()
        for model in app.get_models()
        for field in model._meta.get_fields()
        if field.name in SOUNDS_PERSONAL and field.name not in model.PERSONAL_DATA  # type: ignore[attr-defined]
    ]

    assert not undeclared, f"These sound like personal data; declare or rename them: {undeclared}"


def holding_models() -> list[type[Model]]:
    """Models that hold personal data."""
    return [m for app in house_apps() for m in app.get_models() if m.PERSONAL_DATA]  # type: ignore[attr-defined]


def test_every_model_with_personal_data_says_how_it_is_given_and_let_go_of() -> None:
    silent = [model._meta.label for model in holding_models() if not holding_of(model._meta.label)]

    assert not silent, f"Register a Holding in the app's holdings.py: {silent}"


def test_every_model_that_points_to_a_person_has_personal_data() -> None:
    silent = [
        f"{model._meta.label}.{field.name}"
        for app in house_apps()
        for model in app.get_models()
        for field in model._meta.concrete_fields
        if field.related_model and field.related_model._meta.label == "identity.Person"
        if not holding_of(model._meta.label)
    ]

    assert not silent, f"Say PERSONAL_DATA and register a Holding: {silent}"


def test_every_personal_field_is_given_to_its_person_or_it_is_said_why_not() -> None:
    untold = [
        f"{model._meta.label}.{name}"
        for model in holding_models()
        for name in model.PERSONAL_DATA  # type: ignore[attr-defined]
        if name not in _of(model).shown and not _of(model).left_out.get(name)
    ]

    assert not untold, f"Name these in `shown`, or in `left_out` with the reason: {untold}"


def test_what_is_given_can_be_read_and_has_a_name() -> None:
    for holding in holdings():
        for path, name in holding.shown.items():
            assert _leads(holding, path), f"{holding.label}: nothing is at {path}"
            assert str(name)


def test_every_term_is_the_one_of_the_law_file_today() -> None:
    terms = terms_on(date.today())  # noqa: DTZ011 - the declared numbers are those of today
    said = {
        f"{model._meta.label}.{name}": field.keep_days
        for model in holding_models()
        for name, field in model.PERSONAL_DATA.items()  # type: ignore[attr-defined]
        if field.keep_days is not None
    }

    assert said == {name: term.days for name, term in terms.items()}


def test_what_has_a_term_can_be_erased_or_it_is_said_what_keeps_it() -> None:
    stuck = [
        f"{model._meta.label}.{name}"
        for model in holding_models()
        for name, field in model.PERSONAL_DATA.items()  # type: ignore[attr-defined]
        if field.keep_days is not None and not _is_let_go(_of(model), name)
    ]

    assert not stuck, f"Say closed_at and what stands afterwards, or kept_while: {stuck}"


def _of(model: type[Model]) -> Holding:
    holding = holding_of(model._meta.label)
    assert holding is not None
    return holding


def _is_let_go(holding: Holding, name: str) -> bool:
    goes = holding.is_row_dropped or name in holding.blanks
    return bool(holding.kept_while) or (holding.closed_at is not None and goes)


def _leads(holding: Holding, path: str) -> bool:
    model: Any = holding.model
    first, *further = path.split(".")
    if first in holding.rows_of(0).query.annotations:
        return True
    for name in (first, *further):
        names = {f.name: f for f in model._meta.get_fields()} | {
            f.attname: f for f in model._meta.concrete_fields
        }
        if name not in names:
            return False
        model = names[name].related_model
    return True
