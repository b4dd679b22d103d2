"""How money that came or went is laid out over the items that were asked for."""

from collections.abc import Sequence

from nentang.kernel.frozen import Frozen


class Part(Frozen):
    """So much of a sum, in đồng, for one item of the budget chart."""

    item: str
    amount: int


def fill(wanted: Sequence[Part], had: int, amount: int) -> list[Part]:
    """Which of the wanted parts `amount` pays, after `had` has paid the first ones.

    Money goes to the parts in their order, so that sums over many payments are exact. What nobody wanted has no item.
    """
    found, before, left = [], had, amount
    for part in wanted:
        room = max(0, part.amount - before)
        before = max(0, before - part.amount)
        if taken := min(room, left):
            found.append(Part(part.item, taken))
            left -= taken
    return [*found, *([Part("", left)] if left else [])]


def take_off(booked: Sequence[Part], gone: int, amount: int) -> list[Part]:
    """Which of the parts of a booking go back with `amount`, after `gone` went before: the last first, each negative."""
    back = fill(list(reversed(booked)), gone, amount)
    return [Part(part.item, -part.amount) for part in back]
