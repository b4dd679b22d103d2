"""What one subject adds to the world."""

from typing import Any

from nentang.agreements.actor import Actor
from nentang.kernel.frozen import Frozen


class Lot(Frozen):
    """Things, each by the name under which actions take it, and who may do what there is to do with them.

    `places` are what stands for parts of an address, by how its route begins.

    A name is `thing`, `app.thing` or `app.action.thing`; the longest that is known counts.
    """

    values: dict[str, list[Any]]
    rightful: tuple[Actor, ...] = ()
    places: dict[str, dict[str, Any]] = {}
