"""Portals that we exchange states with."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.services.public import state_words
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .actions import close_portal, connect_portal
from .adapters.line import key_of
from .permissions import ROLE
from .queries import portals as known_portals
from .queries import state_elsewhere

FIELDS = {
    "ma": "code",
    "ten": "name",
    "gui": "push_url",
    "lay": "pull_url",
    "ma-ta": "our_code",
    "khoa": "their_key",
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(ROLE)
def portals(request: PageRequest) -> HttpResponse:
    """All of them, with how far each is; connecting a new one shows its key once."""
    asked = request.GET.get("tra", "").strip()[:60]
    seen: dict[str, object] = {"asked": asked}
    if asked:
        seen["elsewhere"] = [(each, state_words(each.state)) for each in state_elsewhere(asked)]
    if request.method == "POST":
        typed = {field: request.POST.get(name, "") for name, field in FIELDS.items()}
        try:
            made = connect_portal(**typed, actor=request.actor, at=clock.now())
            seen |= {"made": made, "key": key_of(made.code).secret.decode()}
        except DomainError as fault:
            seen |= {"fault": fault, **typed, "their_key": ""}
    seen["portals"] = list(known_portals())
    return render(request, "status_sync/portals.html", seen, status=422 if "fault" in seen else 200)


@require_POST
@for_officer(ROLE)
def switch(request: PageRequest, code: str) -> HttpResponse:
    """Stop with one, or go on."""
    is_open = request.POST.get("mo") == "co"
    close_portal(code=code, is_open=is_open, actor=request.actor, at=clock.now())
    return redirect("status_sync:portals")
