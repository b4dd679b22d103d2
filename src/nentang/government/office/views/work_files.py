"""Work files: the list, one file with its documents, its closing list on paper."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.documents.public import render_pdf
from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.office import actions
from nentang.government.office.errors import WorkFileNotFound
from nentang.government.office.forms import WorkFileForm, retention_words
from nentang.government.office.models import WorkFile
from nentang.government.office.permissions import bodies_of, works_at
from nentang.government.office.queries import contents_of, find_work_file, state_of, work_files_of
from nentang.government.office.registry import OFFICE_ROLES
from nentang.government.office.rules.contents import contents_paper
from nentang.government.office.rules.terms import retention_years_on
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound

from .entered import PAGE, asked, body_of, older_url
from .incoming import desk_crumbs


@for_officer(*OFFICE_ROLES)
def work_files(request: PageRequest) -> HttpResponse:
    """All work files of the officer's bodies, newest first; open a new one."""
    rule = retention_years_on(clock.legal_day(clock.now()))
    form = WorkFileForm(request.POST or None, years=rule.value)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_work_file(
                organization_id=body_of(request),
                **form.cleaned_data,
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("office:work_file", code=made.code)
    found = work_files_of(bodies_of(request.actor), limit=PAGE + 1, **asked(request))
    context = {
        "rows": [(each, retention_words(each.retention_years)) for each in found[:PAGE]],
        "older_url": older_url(request, found),
        "words": asked(request)["words"],
        "form": form,
        "error": error,
        "rule": rule,
        "bodies": organization_names(bodies_of(request.actor)),
        "crumbs": desk_crumbs(),
    }
    status = 422 if error or form.errors else 200
    return render(request, "office/work_files.html", context, status=status)


@for_officer(*OFFICE_ROLES)
def work_file_page(request: PageRequest, code: str) -> HttpResponse:
    """One work file with its documents."""
    return _show(request, _own(request, code))


@require_POST
@for_officer(*OFFICE_ROLES)
def close(request: PageRequest, code: str) -> HttpResponse:
    """Close it into the archive; why not, where a document is still worked on."""
    work_file = _own(request, code)
    try:
        actions.close_work_file(code=code, actor=request.actor, at=clock.now())
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, work_file, error.sentence)
    return redirect("office:work_file", code=code)


@for_officer(*OFFICE_ROLES)
def closing_list(request: PageRequest, code: str) -> HttpResponse:
    """The list of its documents on paper."""
    work_file = _own(request, code)
    contents = contents_of(work_file)
    rows = [
        (each.number, each.issued_on, each.type_name, each.summary, each.sender_name)
        for each in contents.incoming
    ]
    rows += [
        (
            each.number,
            clock.legal_day(each.issued_at) if each.issued_at else None,
            "",
            each.summary,
            work_file.organization.name,
        )
        for each in contents.outgoing
    ]
    pdf = render_pdf(
        "documents.paper",
        contents_paper(work_file.code, work_file.title, rows),
        title="Mục lục văn bản trong hồ sơ",
        at=clock.now(),
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{work_file.code}.pdf"'
    return response


def _own(request: PageRequest, code: str) -> WorkFile:
    work_file = find_work_file(code)
    if not works_at(request.actor, work_file.organization_id):
        raise WorkFileNotFound
    return work_file


def _show(request: PageRequest, work_file: WorkFile, error: str = "") -> HttpResponse:
    contents = contents_of(work_file)
    context = {
        "work_file": work_file,
        "retention": retention_words(work_file.retention_years),
        "incoming": [(each, state_of(each.case)) for each in contents.incoming],
        "outgoing": [(each, state_of(each.case)) for each in contents.outgoing],
        "error": error,
        "crumbs": desk_crumbs((_("Hồ sơ công việc"), "office:work_files")),
    }
    return render(request, "office/work_file.html", context, status=422 if error else 200)
