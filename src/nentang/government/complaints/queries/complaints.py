"""Reads of complaints and explanations."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from nentang.foundation.casework.public import kind_named
from nentang.government.complaints.enums import About, Difficulty, Instance, Outcome
from nentang.government.complaints.errors import ComplaintNotFound, ExplanationNotFound
from nentang.government.complaints.models import Complaint, Explanation
from nentang.government.complaints.registry import COMPLAINT
from nentang.government.complaints.rules.second import Standing
from nentang.kernel.frozen import Frozen

TONES = {"filed": "info", "accepted": "wait", "decided": "ok", "not_accepted": "late"}


class ShownState(Frozen):
    """A state as pages show it: words in the reader's language and a tone (ok, wait, late, info)."""

    name: str
    words: str
    tone: str


def complaints() -> QuerySet[Complaint]:
    """Complaints with what every page needs, in one query."""
    return Complaint.objects.select_related(
        "case__holder", "dossier__case", "against", "complainant", "decision", "first"
    )


def find_complaint(code: str) -> Complaint:
    """The complaint of that code; ComplaintNotFound where there is none. Asks no permission."""
    try:
        return complaints().get(code=code)
    except Complaint.DoesNotExist:
        raise ComplaintNotFound from None


def complaint_to_change(code: str) -> Complaint:
    """As `find_complaint`, but with case and dossier only: what a step reads before it writes."""
    try:
        return Complaint.objects.select_related("case", "dossier").get(code=code)
    except Complaint.DoesNotExist:
        raise ComplaintNotFound from None


def complaint_of_key(key: str | None, *, complainant_id: int) -> Complaint | None:
    """What the same request made before, if anything."""
    if key is None:
        return None
    return complaints().filter(idempotency_key=key, complainant_id=complainant_id).first()


def matters_standing(dossier_id: int) -> frozenset[str]:
    """What of the dossier a first complaint stands about, open or decided."""
    found = Complaint.objects.filter(dossier_id=dossier_id, instance=Instance.FIRST)
    standing = found.filter(outcome__in=["", Outcome.DECIDED], dossier_reopened=False)
    return frozenset(standing.values_list("about", flat=True))


def complaint_about(dossier_id: int, about: About, instance: Instance) -> Complaint | None:
    """The one that is open or decided about that matter of the dossier as it was last decided, if any."""
    found = complaints().filter(dossier_id=dossier_id, about=about, instance=instance)
    return found.filter(outcome__in=["", Outcome.DECIDED], dossier_reopened=False).first()


def complaints_about(dossier_id: int) -> list[Complaint]:
    """All complaints about a dossier, earliest first, at most 50."""
    return list(complaints().filter(dossier_id=dossier_id).order_by("id")[:50])


def complaints_of(
    *,
    person_id: int | None = None,
    company_id: int | None = None,
    before_id: int | None = None,
    limit: int = 20,
) -> list[Complaint]:
    """A person's own complaints or those of a company, newest first, a page by key."""
    found = complaints().filter(_theirs(person_id, company_id)).order_by("-id")
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found[:limit])


def count_of(*, person_id: int | None = None, company_id: int | None = None) -> int:
    """How many complaints of a person's own, or of a company, there are."""
    return Complaint.objects.filter(_theirs(person_id, company_id)).count()


def _theirs(person_id: int | None, company_id: int | None) -> Q:
    if company_id is not None:
        return Q(on_behalf_of=company_id)
    return Q(complainant=person_id, on_behalf_of=None)


def second_of(complaint: Complaint) -> Complaint | None:
    """The second complaint that followed and was not given up, if any."""
    followed = complaint.seconds.filter(outcome__in=["", Outcome.DECIDED])
    return followed.select_related("case__holder").first()


def standing_of(complaint: Complaint) -> Standing:
    """What counts of it for a second complaint."""
    return Standing(
        accept_by=complaint.accept_by,
        resolve_by=complaint.resolve_by,
        decided_at=complaint.decided_at,
        difficulty=Difficulty(complaint.difficulty),
    )


def find_explanation(code: str) -> Explanation:
    """The explanation asked under that code; ExplanationNotFound. Asks no permission."""
    found = Explanation.objects.select_related("case", "complaint__case", "complaint__dossier")
    try:
        return found.get(case__code=code)
    except Explanation.DoesNotExist:
        raise ExplanationNotFound from None


def state_of(complaint: Complaint) -> ShownState:
    """Where the complaint stands, in words."""
    state = kind_named(COMPLAINT).states[complaint.case.state]
    return ShownState(
        state.name, state.title(get_language() or "vi"), TONES.get(state.name, "info")
    )


def rows_of(found: Sequence[Complaint]) -> list[dict[str, object]]:
    """Complaints with where they stand, as lists show them."""
    return [{"complaint": each, "state": state_of(each)} for each in found]
