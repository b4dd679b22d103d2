"""What every page knows."""

from typing import Any

from django.http import HttpRequest

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.kernel import clock

from .registry import menu_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """The actor, their menu and the present instant."""
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    return {"actor": actor, "menu": menu_for(actor), "now": clock.now()}
