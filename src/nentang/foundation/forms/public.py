"""Door of the forms."""

from .actions import (
    SavedDraft,
    discard_draft,
    finish_draft,
    publish_form,
    renew_draft,
    save_draft,
    start_draft,
)
from .adapters import home_words, load_form
from .enums import Compare, FieldKind
from .errors import DraftIncomplete, DraftNotFound, DraftTooBig, StepNotFound
from .events import DraftFinished, FormPublished
from .models import Draft, FormVersion
from .queries import (
    StepPage,
    answered_steps,
    draft_of,
    drafts_of,
    next_form_version,
    page_of,
    proofs_of,
    step_page,
    validate,
)
from .registry import KnownPaper, Prefilled, register_papers, register_prefill
from .rules.cleaning import clean
from .rules.definition import Field, FormDefinition
from .rules.linting import FaultOfForm, FormFault, lint_form
from .rules.reading import FormUnreadable
from .rules.reading import parse_form as read_form
from .rules.schema import json_schema

__all__ = [
    "Compare",
    "Draft",
    "DraftFinished",
    "DraftIncomplete",
    "DraftNotFound",
    "DraftTooBig",
    "FaultOfForm",
    "Field",
    "FieldKind",
    "FormDefinition",
    "FormFault",
    "FormPublished",
    "FormUnreadable",
    "FormVersion",
    "KnownPaper",
    "Prefilled",
    "SavedDraft",
    "StepNotFound",
    "StepPage",
    "answered_steps",
    "clean",
    "discard_draft",
    "draft_of",
    "drafts_of",
    "finish_draft",
    "home_words",
    "json_schema",
    "lint_form",
    "load_form",
    "next_form_version",
    "page_of",
    "proofs_of",
    "publish_form",
    "read_form",
    "register_papers",
    "register_prefill",
    "renew_draft",
    "save_draft",
    "start_draft",
    "step_page",
    "validate",
]
