"""Every model says which personal data it holds, why and for how long."""

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
