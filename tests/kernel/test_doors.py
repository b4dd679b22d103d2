"""A door fetches what is asked of it; a file that does more than name things runs as it stands."""

import subprocess
import sys
from types import ModuleType

import pytest

from nentang.kernel.doors import Door, origins_in

DOOR = '''"""Door of lamps."""

from .actions import light, snuff as put_out
from .models import (
    Lamp,
    Wick,  # noqa: F401 - asked for by name
)

__all__ = [
    "Lamp",
    "light",
]
'''


def test_a_door_says_from_where_each_name_comes() -> None:
    assert origins_in(DOOR) == {
        "light": (".actions", "light"),
        "put_out": (".actions", "snuff"),
        "Lamp": (".models", "Lamp"),
        "Wick": (".models", "Wick"),
    }


@pytest.mark.parametrize(
    "line",
    ["import os\n", "LAMPS = 3\n", "class Oil:\n    pass\n", "from . import models\n", "light()\n"],
)
def test_a_file_that_does_more_is_none(line: str) -> None:
    assert origins_in(DOOR + line) is None


def test_a_name_is_fetched_once_and_an_unknown_one_is_an_attribute_error() -> None:
    door = Door("lamps")
    door.__dict__["_origins"] = {"sqrt": ("math", "sqrt")}
    assert "sqrt" in dir(door)
    assert door.sqrt(9) == 3
    assert "sqrt" in vars(door)
    with pytest.raises(AttributeError, match="module 'lamps' has no attribute 'oil'"):
        _ = door.oil


def test_a_module_does_not_take_the_place_of_the_action_of_its_name() -> None:
    door = Door("lamps")
    door.__dict__["_origins"] = {"light": ("math", "sqrt")}
    module = ModuleType("lamps.light")
    module.__package__ = "lamps"
    door.light = module
    assert door.light(4) == 2


def test_asking_for_one_name_loads_no_others() -> None:
    program = (
        "import django, sys; django.setup();"
        "from nentang.government.services.public import Outcome;"
        "print('nentang.government.services.actions.submit_dossier' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert said.stdout.strip() == "False", said.stderr
