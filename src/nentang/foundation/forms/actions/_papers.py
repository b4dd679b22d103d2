"""Papers that the person gave before, ticked on the page instead of sent again."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import copy_file
from nentang.foundation.forms.queries import files_in
from nentang.foundation.forms.registry import papers_of
from nentang.foundation.forms.rules.definition import FormDefinition
from nentang.foundation.forms.rules.posted import Answers, Posted, files_at, ticked_papers


def take_papers(
    form: FormDefinition, answers: Answers, posted: Posted, actor: Actor, at: datetime
) -> dict[str, list[int]]:
    """Numbers of the copies by path; one that the answer has already is not taken again."""
    ticked = ticked_papers(posted)
    if not ticked or actor.subject_person_id is None:
        return {}
    offered = {str(each.public_id): each for each in papers_of(actor.subject_person_id)}
    taken: dict[str, list[int]] = {}
    for path, public_id in ticked:
        found, paper = files_at(tuple(form.fields), answers, path), offered.get(public_id)
        if found is None or paper is None:
            continue
        field, before = found
        given = {file.sha256 for file in files_in([*before, *taken.get(path, [])]).values()}
        if paper.sha256 not in given and len(given) < field.most:
            copy = copy_file(file_id=paper.file_id, actor=actor, at=at)
            taken.setdefault(path, []).append(copy.pk)
    return taken
