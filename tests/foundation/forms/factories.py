"""The form with every kind of question, and answers to it."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import nentang.foundation.forms
from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import (
    Draft,
    FormDefinition,
    SavedDraft,
    load_form,
    save_draft,
    start_draft,
)
from nentang.foundation.identity.public import actor_for_account
from tests.foundation.identity.factories import make_account, make_person

EVERY_KIND = Path(nentang.foundation.forms.__file__).parent / "law" / "forms" / "every_kind.yaml"


@cache
def every_kind() -> FormDefinition:
    """The demo form."""
    return load_form(EVERY_KIND)


def field(kind: str, name: str = "asked", **said: Any) -> dict[str, Any]:
    """A required question as a form's file says it."""
    label = {"vi": "Câu hỏi", "en": "Question"}
    return {"name": name, "kind": kind, "label": label, "required": True, "purpose": "Thử", **said}


def source(*fields: dict[str, Any], **said: Any) -> dict[str, Any]:
    """What the file of a form of one step says."""
    title = {"vi": "Mẫu thử", "en": "Trial form"}
    steps = [{"name": "only", "title": title, "fields": list(fields)}]
    return {
        "code": "trial",
        "version": 1,
        "valid_from": "2020-01-01",
        "title": title,
        "steps": steps,
        **said,
    }


def answers(**others: Any) -> dict[str, Any]:
    """Answers that may be handed in, as a person types them."""
    return {
        "full_name": "lê thị mẫu",
        "born": "1958",
        "kind": "copy",
        "copies": "2",
        "delivery": "counter",
        "has_children": "no",
        **others,
    }


SUBJECT = "trial:1.001193:7"


def make_actor(*, at: datetime, **known: Any) -> Actor:
    """A woman born in 1987, signed in."""
    account = make_account(at=at, person=make_person(at=at, **known))
    return actor_for_account(account.pk, at)


def make_draft(*, at: datetime, actor: Actor, form: FormDefinition | None = None) -> Draft:
    """A draft just begun."""
    return start_draft(
        form=form or every_kind(),
        subject_key=SUBJECT,
        person_id=actor.person_id or 0,
        actor=actor,
        at=at,
    )


def save(
    draft: Draft, step: str, *, actor: Actor, at: datetime, files: Any = None, **posted: str
) -> SavedDraft:
    """A page of answers as a browser posts it; `__` in a name stands for a dot."""
    return save_draft(
        draft_id=draft.public_id,
        step=step,
        posted={name.replace("__", "."): value for name, value in posted.items()},
        files=files or {},
        actor=actor,
        at=at,
    )
