"""The books of a month on paper."""

from datetime import date

from django.http import HttpResponse

from nentang.foundation.documents.public import render_pdf
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.queries import issued_in, registered_in
from nentang.government.office.registry import OFFICE_ROLES
from nentang.government.office.rules.books import Incoming, Outgoing, incoming_book, outgoing_book
from nentang.government.office.rules.types import type_named
from nentang.kernel import clock

from .entered import body_of


@for_officer(*OFFICE_ROLES)
def print_incoming(request: PageRequest) -> HttpResponse:
    """The book of incoming documents of a month."""
    body, month = body_of(request), _month(request)
    rows = [_incoming(each) for each in registered_in(body, month)]
    return _pdf(incoming_book(organization(body).name, month, rows), f"so-den-{month:%Y-%m}")


@for_officer(*OFFICE_ROLES)
def print_outgoing(request: PageRequest) -> HttpResponse:
    """The book of outgoing documents of a month."""
    body, month = body_of(request), _month(request)
    rows = [_outgoing(each) for each in issued_in(body, month)]
    return _pdf(outgoing_book(organization(body).name, month, rows), f"so-di-{month:%Y-%m}")


def _month(request: PageRequest) -> date:
    """The first day of the month asked for, or of this one."""
    try:
        return date.fromisoformat(f"{request.GET.get('thang', '')}-01")
    except ValueError:
        return clock.legal_day(clock.now()).replace(day=1)


def _incoming(each: IncomingDocument) -> Incoming:
    who = each.case.assignee.display_name if each.case.assignee else ""
    came = clock.legal_day(each.arrived_at)
    about = f"{each.type_name}: {each.summary}"
    return each.book_number or 0, came, each.sender_name, each.number, each.issued_on, about, who


def _outgoing(each: OutgoingDocument) -> Outgoing:
    day = clock.legal_day(each.issued_at or each.case.opened_at)
    about = f"{type_named(each.type_code, day).name_vi}: {each.summary}"
    to = "; ".join(line.name for line in each.recipients.all())
    return each.number, day, about, each.signer.display_name, to


def _pdf(data: dict[str, object], name: str) -> HttpResponse:
    pdf = render_pdf("documents.paper", data, title=str(data["heading"]), at=clock.now())
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
