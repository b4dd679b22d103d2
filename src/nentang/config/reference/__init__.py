"""The reference pages, written from the running registries: the same on every machine, without dates."""

from collections.abc import Callable

from . import (
    api,
    apps,
    commands,
    errors,
    events,
    facts,
    indicators,
    law,
    personal_data,
    roles,
    states,
    system_settings,
)

PAGES: dict[str, Callable[[], str]] = {
    "apps": apps.page,
    "states": states.page,
    "events": events.page,
    "facts": facts.page,
    "indicators": indicators.page,
    "errors": errors.page,
    "roles": roles.page,
    "personal-data": personal_data.page,
    "law": law.page,
    "settings": system_settings.page,
    "commands": commands.page,
    "api": api.page,
}
