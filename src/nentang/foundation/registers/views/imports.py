"""Taking in tables: the file, how far it is, what is wrong with which row."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_officer
from nentang.foundation.registers.actions import start_import
from nentang.foundation.registers.errors import RegisterNotFound
from nentang.foundation.registers.forms import TableForm
from nentang.foundation.registers.models import ImportRun
from nentang.foundation.registers.queries import faults_of, run, runs_of
from nentang.foundation.registers.registry import Intake, Register, intake_of, register_named
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

SHOWN = 50


@for_officer()
def imports_page(request: PageRequest, register: str) -> HttpResponse:
    """The columns that a table has, a file to send, the latest imports."""
    kind, intake, bodies = _writable(request, register)
    error = ""
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            started = start_import(
                register=register,
                content=file.read(),
                filename=file.name,
                organization_id=bodies[0],
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("registers:import", register=register, number=started.pk)
    context = {
        "register": kind,
        "columns": intake.columns,
        "form": form,
        "error": error,
        "runs": runs_of(register, bodies),
        "crumbs": [{"label": kind.title, "url": reverse("registers:search", args=[kind.name])}],
    }
    status = 422 if error or form.errors else 200
    return render(request, "registers/imports.html", context, status=status)


@require_safe
@for_officer()
def example_file(request: PageRequest, register: str) -> HttpResponse:
    """A table with the right head and one example, to fill in."""
    kind, intake, _ = _writable(request, register)
    names = [column.name for column in intake.columns]
    return csv_file(f"mau-{kind.name}", names, [[column.example for column in intake.columns]])


@require_safe
@for_officer()
def import_page(request: PageRequest, register: str, number: int) -> HttpResponse:
    """How far the import is, and which rows were not taken in."""
    kind, intake, bodies = _writable(request, register)
    found = run(register, number, bodies)
    after = whole_number(request.GET.get("sau", "")) or 0
    faults = faults_of(found.pk, after_line=after, limit=SHOWN + 1)
    titles = {column.name: column.title for column in intake.columns}
    context = {
        "register": kind,
        "run": found,
        "faults": [(fault, titles.get(fault.column, "")) for fault in faults[:SHOWN]],
        "older_url": f"?sau={faults[SHOWN - 1].line}" if len(faults) > SHOWN else "",
        "crumbs": [
            {"label": kind.title, "url": reverse("registers:search", args=[kind.name])},
        ],
    }
    return render(request, "registers/import.html", context)


@require_safe
@for_officer()
def faults_file(request: PageRequest, register: str, number: int) -> HttpResponse:
    """All rows that were not taken in, as a table."""
    _, _, bodies = _writable(request, register)
    found: ImportRun = run(register, number, bodies)
    rows = [
        (fault.line, fault.column, fault.code, fault.sentence)
        for fault in faults_of(found.pk, limit=found.total)
    ]
    return csv_file(f"dong-loi-{found.pk}", ("dong", "cot", "ma", "loi"), rows)


def _writable(request: PageRequest, register: str) -> tuple[Register, Intake, tuple[int, ...]]:
    """The register, how it takes in tables, and the bodies for which the officer does it."""
    kind = register_named(register)
    bodies = request.actor.organizations(*kind.writers)
    intake = intake_of(kind)
    if intake is None or not bodies:
        raise RegisterNotFound
    return kind, intake, bodies
