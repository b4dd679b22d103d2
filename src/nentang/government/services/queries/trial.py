"""What a bundle would make of dossiers that are there. Nothing is changed and nobody is named."""

from collections import Counter
from collections.abc import Iterator

from nentang.foundation.forms.public import clean, validate
from nentang.government.catalogue.public import Bundle, Deadline, Trial
from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier

from .dossiers import procedure_of

MOST_TRIED = 500


def try_on_dossiers(bundle: Bundle) -> Trial:
    """The bundle tried on the latest dossiers of its procedure, each on the day it was submitted."""
    latest = Dossier.objects.filter(procedure=bundle.code).select_related("case")
    found = list(latest.order_by("-pk")[:MOST_TRIED])
    unfit = [set(_unfit(bundle, each)) for each in found]
    fees = [(each.fee, _fee(bundle, each)) for each in found]
    terms = [(_length(procedure_of(d).deadline), _length(bundle.procedure.deadline)) for d in found]
    known = [(old, new) for old, new in terms if old is not None and new is not None]
    return Trial(
        tried=len(found),
        still_open=sum(each.case.closed_at is None for each in found),
        unfit_dossiers=sum(map(bool, unfit)),
        unfit=dict(Counter(path for paths in unfit for path in paths).most_common(20)),
        dearer=sum(new > old for old, new in fees),
        cheaper=sum(new < old for old, new in fees),
        fees_before=sum(old for old, _new in fees),
        fees_after=sum(new for _old, new in fees),
        longer=sum(new > old for old, new in known),
        shorter=sum(new < old for old, new in known),
        elsewhere=sum(procedure_of(d).receives != bundle.procedure.receives for d in found),
    )


def _unfit(bundle: Bundle, dossier: Dossier) -> Iterator[str]:
    """Questions whose answers the form would not take; rows of a group count as one question."""
    answers = clean(bundle.form, dossier.answers)
    for path in validate(bundle.form, answers, on=dossier.procedure_on):
        yield ".".join(part for part in path.split(".") if not part.isdigit())


def _fee(bundle: Bundle, dossier: Dossier) -> int:
    return bundle.fee(dossier.answers, online=dossier.channel == Channel.ONLINE)


def _length(deadline: Deadline) -> int | None:
    """Working days; 0 for the same day, None where it is not known."""
    return 0 if deadline.same_day else deadline.working_days
