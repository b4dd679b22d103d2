"""Log and clear what stands in the way of a target."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.programme import actions
from nentang.measure.programme.registry import PLANNING

from .target import show_target


def day_of(text: str) -> date | None:
    """The day of a date field; None for anything else."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


@require_POST
@for_officer(*PLANNING)
def log(request: PageRequest, code: str) -> HttpResponse:
    """Log an obstacle; what was typed is shown again where it is refused."""
    sent = request.POST
    try:
        actions.log_obstacle(
            target_code=code,
            organization_id=whole_number(sent.get("body", "")) or 0,
            what=sent.get("what", ""),
            since_on=day_of(sent.get("since_on", "")),
            whose_move=sent.get("whose_move", ""),
            document=sent.get("document", "")[:40],
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        return show_target(request, code, error=refused.sentence, opened="vuong-mac", status=422)
    messages.success(request, _("Đã ghi vướng mắc."))
    return redirect("programme:target", code=code)


@require_POST
@for_officer(*PLANNING)
def close(request: PageRequest, obstacle_id: int) -> HttpResponse:
    """Note that it is out of the way."""
    code = request.POST.get("code", "")[:40]
    try:
        obstacle = actions.close_obstacle(
            obstacle_id=obstacle_id,
            outcome=request.POST.get("outcome", ""),
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        if not code:
            raise
        opened = f"go-{obstacle_id}"
        return show_target(request, code, error=refused.sentence, opened=opened, status=422)
    messages.success(request, _("Đã ghi là gỡ xong."))
    return redirect("programme:target", code=obstacle.target_code)
