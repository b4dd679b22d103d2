"""Every door opens for every name that it shows."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from .house import house_apps

DOORS = [
    name
    for app in house_apps()
    for name in (f"{app.name}.{door}" for door in ("public", "actions", "queries"))
    if find_spec(name)
]


@pytest.mark.parametrize("name", DOORS)
def test_every_name_of_a_door_leads_somewhere(name: str) -> None:
    door = import_module(name)
    shown = getattr(door, "__all__", ())
    assert all(getattr(door, each) is not door for each in shown)
    assert all(not hasattr(getattr(door, each), "__path__") for each in shown), "a package"
