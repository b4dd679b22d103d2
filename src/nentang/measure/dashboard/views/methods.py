"""How each indicator is made."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.measure.dashboard.context import method as method_context
from nentang.measure.dashboard.context import methods as methods_context


@require_safe
@for_everyone
def methods(request: PageRequest) -> HttpResponse:
    """All of them."""
    return render(request, "dashboard/methods.html", methods_context())


@require_safe
@for_everyone
def method(request: PageRequest, indicator: str) -> HttpResponse:
    """One indicator: what is counted, over what, by which act, how fresh, what it cannot say."""
    today = clock.legal_day(clock.now())
    return render(request, "dashboard/method.html", method_context(indicator, today))
