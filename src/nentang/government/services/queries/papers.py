"""Papers that a person has here already: results of their dossiers, and what they gave with them.

Decree 45/2020/NĐ-CP calls it the electronic store of an organisation's or person's papers (article not checked).
"""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils.translation import get_language

from nentang.foundation.forms.public import KnownPaper
from nentang.government.services.models import Dossier, DossierPaper
from nentang.kernel.clock import legal_day

from .dossiers import bundle_of

MOST_DOSSIERS = 20


def known_papers(person_id: int) -> list[KnownPaper]:
    """Signed results first, then papers given, of the latest dossiers; three queries."""
    given = DossierPaper.objects.select_related("file").filter(file__owner_person=person_id)
    found = (
        Dossier.objects.filter(applicant=person_id)
        .select_related("result__file")
        .prefetch_related(Prefetch("papers", queryset=given.order_by("-id")))
        .order_by("-id")[:MOST_DOSSIERS]
    )
    latest = list(found)
    return [*_results(latest), *_given(latest)]


def _results(latest: list[Dossier]) -> Iterator[KnownPaper]:
    for dossier in latest:
        result = dossier.result
        if result and result.file and result.state == "signed":
            yield KnownPaper(
                file_id=result.file.pk,
                public_id=result.file.public_id,
                sha256=result.file.sha256,
                title=result.title,
                since=legal_day(result.issued_at),
            )


def _given(latest: list[Dossier]) -> Iterator[KnownPaper]:
    language = get_language() or "vi"
    for dossier in latest:
        asked = {field.name: field.label for field in bundle_of(dossier).form.fields}
        for paper in dossier.papers.all():
            label = asked.get(paper.paper)
            yield KnownPaper(
                file_id=paper.file_id,
                public_id=paper.file.public_id,
                sha256=paper.file.sha256,
                title=label.in_language(language) if label else paper.file.filename,
                since=legal_day(paper.given_at),
            )
