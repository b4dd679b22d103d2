"""Relations between models point down: towards the foundation, never sideways between pillars."""

from django.apps import apps
from django.conf import settings

from .house import house_apps

THIRD_PARTY = {"contenttypes", "auth", "allauth_idp_oidc"}


def test_foreign_keys_point_to_apps_that_stand_earlier_in_the_house() -> None:
    order = {name: position for position, name in enumerate(settings.HOUSE)}
    upwards = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for app in house_apps()
        for model in app.get_models()
        for field in model._meta.get_fields()
        if field.many_to_one or (field.one_to_one and field.concrete)
        if field.related_model._meta.app_label not in THIRD_PARTY
        if order[apps.get_app_config(field.related_model._meta.app_label).name] > order[app.name]
    ]

    assert not upwards, (
        f"A model may know only what stands below it; keep an identifier instead: {upwards}"
    )


def test_there_is_no_generic_foreign_key() -> None:
    generic = [
        model._meta.label
        for app in house_apps()
        for model in app.get_models()
        if any(field.name == "content_type" for field in model._meta.get_fields())
    ]

    assert not generic
