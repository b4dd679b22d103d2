"""Door of the forms."""

from .actions import (
    SavedDraft,
    discard_draft,
    finish_draft,
    publish_form,
    save_draft,
    start_draft,
)
from .adapters import load_form
from .models import Draft, FormVersion
from .queries import StepPage, answered_steps, draft_of, drafts_of, step_page, validate
from .registry import Prefilled, register_prefill
from .rules.cleaning import clean
from .rules.definition import FieldKind, FormDefinition
from .rules.schema import json_schema

__all__ = [
    "Draft",
    "FieldKind",
    "FormDefinition",
    "FormVersion",
    "Prefilled",
    "SavedDraft",
    "StepPage",
    "answered_steps",
    "clean",
    "discard_draft",
    "draft_of",
    "drafts_of",
    "finish_draft",
    "json_schema",
    "load_form",
    "publish_form",
    "register_prefill",
    "save_draft",
    "start_draft",
    "step_page",
    "validate",
]
