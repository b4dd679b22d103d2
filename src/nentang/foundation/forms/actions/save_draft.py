"""Save what was typed in one step, right or wrong."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from msgspec.structs import asdict

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.enums import FaultCode
from nentang.foundation.forms.errors import DraftNotFound, DraftTooBig, StepNotFound
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.permissions import check_owns
from nentang.foundation.forms.queries import (
    MOST_BYTES,
    draft_of,
    is_too_big,
    other_words,
    sentence,
    validate,
)
from nentang.foundation.forms.rules.definition import FormDefinition
from nentang.foundation.forms.rules.filling import fill
from nentang.foundation.forms.rules.merging import Change, leaves, merge, nest, trimmed
from nentang.foundation.forms.rules.posted import (
    Answers,
    Posted,
    files_at,
    place_files,
    read_posted,
)
from nentang.foundation.forms.rules.validation import Fault
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Invalid, Unavailable
from nentang.kernel.frozen import Frozen

from ._papers import take_papers

REVISION, SAW_OTHERS = "_revision", "_saw_others"
BUTTONS = ("_go", "_add", "_remove", "_find")
Uploads = Mapping[str, Sequence["File[Any]"]]


class SavedDraft(Frozen):
    """The draft as saved and what is wrong in the step, as sentences by path.

    What another window typed for the same question is told as such; both texts are kept.
    """

    draft: Draft
    errors: Mapping[str, str]


def save_draft(
    *,
    draft_id: UUID,
    step: str,
    posted: Posted,
    files: Uploads,
    actor: Actor,
    at: datetime,
) -> SavedDraft:
    """The draft with everything typed in the step; refused files are said, the rest is kept.

    DraftNotFound, StepNotFound; DraftTooBig, and what was saved before stands.
    """
    draft = draft_of(draft_id, actor=actor)
    form = draft.form.definition
    if step not in {each.name for each in form.steps}:
        raise StepNotFound
    # Files are stored, scanned among them, before the draft is locked.
    taken, refused = _store(form, draft.answers, files, actor, at)
    for path, numbers in take_papers(form, draft.answers, posted, actor, at).items():
        taken.setdefault(path, []).extend(numbers)
    draft = _save(draft_id, step, posted, taken, actor, at)
    faults = validate(form, draft.answers, on=legal_day(at), step=step)
    errors = {path: told[0] for path, told in faults.items()}
    return SavedDraft(draft, {**errors, **_others(draft, step), **refused})


@transaction.atomic
def _save(
    draft_id: UUID,
    step: str,
    posted: Posted,
    taken: Mapping[str, list[int]],
    actor: Actor,
    at: datetime,
) -> Draft:
    found = Draft.objects.select_for_update(of=("self",)).select_related("form")
    draft = found.filter(public_id=draft_id, finished_at=None).first()
    if draft is None:
        raise DraftNotFound
    check_owns(actor, draft)
    form = draft.form.definition
    typed = draft.answers | read_posted(form.step(step).fields, posted, draft.answers)
    for path, numbers in taken.items():
        typed = place_files(tuple(form.fields), typed, path, numbers)
    _merge(draft, form, typed, posted)
    if is_too_big(draft.answers):
        raise DraftTooBig(limit=MOST_BYTES // 1024)
    draft.step, draft.updated_at = step, at
    draft.save()
    # What is saved by itself while typing is no act of the person.
    if taken or any(name in posted for name in BUTTONS):
        record(
            actor=actor,
            action="forms.save_draft",
            subject=f"draft:{draft.pk}",
            details={"step": step, "revision": draft.revision},
            at=at,
        )
    return draft


def _merge(draft: Draft, form: FormDefinition, typed: Answers, posted: Posted) -> None:
    """Put the answers in; what a second window changed meanwhile is kept beside them."""
    trail = tuple(Change(**change) for change in draft.trail)
    fields = tuple(form.fields)
    merged = merge(
        current=leaves(fields, draft.answers),
        typed=leaves(fields, typed),
        seen=_seen(posted, draft.revision),
        revision=draft.revision + 1,
        trail=trail,
    )
    draft.revision += 1
    draft.answers = fill(form, nest(merged.leaves), draft.known, before=draft.answers)
    draft.others = ({} if SAW_OTHERS in posted else draft.others) | merged.others
    draft.trail = [asdict(change) for change in trimmed((*trail, *merged.changes))]


def _seen(posted: Posted, newest: int) -> int:
    """The revision that the page was made from; a page that does not tell saw the newest."""
    told = posted.get(REVISION, "")
    is_number = told.isascii() and told.isdigit() and len(told) < 10
    return min(int(told), newest) if is_number else newest


def _others(draft: Draft, step: str) -> dict[str, str]:
    """What the other window typed for questions of this step."""
    names = {field.name for field in draft.form.definition.step(step).fields}
    others: dict[str, Any] = draft.others
    return {p: other_words(v) for p, v in others.items() if p.partition(".")[0] in names}


def _store(
    form: FormDefinition, answers: Answers, files: Uploads, actor: Actor, at: datetime
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Numbers of the files kept by path, and why others were not taken."""
    kept: dict[str, list[int]] = {}
    refused: dict[str, str] = {}
    for path, uploads in files.items():
        found = files_at(tuple(form.fields), answers, path)
        if found is None:
            continue
        field, before = found
        room = max(0, field.most - len(before))
        if len(uploads) > room:
            refused[path] = sentence(Fault(path, field, FaultCode.TOO_MANY, {"most": field.most}))
        for upload in uploads[:room]:
            try:
                stored = store_file(
                    content=cast(BinaryIO, upload), filename=upload.name or "", actor=actor, at=at
                )
            except (Invalid, Unavailable) as error:
                refused[path] = error.sentence
            else:
                kept.setdefault(path, []).append(stored.pk)
    return kept, refused
