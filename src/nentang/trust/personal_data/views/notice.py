"""What is collected, for what, on what basis and for how long: for whoever wants to know before they type."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.trust.personal_data.adapters.notice import told_of_holdings


@require_safe
@for_everyone
def notice(request: PageRequest) -> HttpResponse:
    """One section for each kind of data, made from what every app declares of its fields."""
    context = {"kinds": told_of_holdings(clock.legal_day(clock.now()))}
    return render(request, "personal_data/notice.html", context)
