"""A person's own account: level, second factors, sign-ins, what is shared, who acts for whom."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.identity import actions, queries
from nentang.foundation.identity.adapters.scopes import SCOPES
from nentang.foundation.identity.models import Consent
from nentang.foundation.identity.registry import account_links
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.kernel import clock
from nentang.kernel.text import whole_number

PAGE = 20


@for_person()
def my_account(request: PageRequest) -> HttpResponse:
    """Everything about the account on one page."""
    actor = request.actor
    assert actor.account_id is not None  # noqa: S101 - for_person saw to it
    context = {
        "account": request.user,
        "factors": queries.second_factors(actor.account_id),
        "sign_ins": queries.sign_ins(actor.account_id, limit=5),
        "consents": [(consent, _shared(consent)) for consent in queries.consents(actor.account_id)],
        "mandates": queries.mandates_of(actor.person_id) if actor.person_id else [],
        "links": account_links(),
    }
    return render(request, "identity/my_account.html", context)


@for_person()
def my_sign_ins(request: PageRequest) -> HttpResponse:
    """All sign-ins of the last year, a page at a time."""
    assert request.actor.account_id is not None  # noqa: S101 - for_person saw to it
    found = queries.sign_ins(
        request.actor.account_id,
        before_id=whole_number(request.GET.get("truoc", "")),
        limit=PAGE + 1,
    )
    more = found[PAGE - 1].pk if len(found) > PAGE else None
    return render(
        request, "identity/my_sign_ins.html", {"sign_ins": found[:PAGE], "more_before": more}
    )


@require_POST
@for_person()
def withdraw_consent(request: PageRequest, consent_id: int) -> HttpResponseBase:
    """Stop sharing with a program."""
    consent = actions.withdraw_consent(consent_id=consent_id, actor=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã ngừng chia sẻ với %(program)s.") % {"program": consent.client.name},
    )
    return redirect("identity:account")


def _shared(consent: Consent) -> list[str]:
    return [str(SCOPES[scope]) for scope in consent.scopes if scope in SCOPES]
