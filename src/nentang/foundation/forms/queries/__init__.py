"""Reads of forms: a draft, a step as a page shows it, answers in words, what is wrong."""

from .answers import Answered, AnsweredStep, answered_steps, files_in
from .drafts import draft_of, drafts_of, next_form_version
from .pages import Question, StepPage, page_of, places_like, step_page
from .proofs import proofs_of
from .readings import Readings, readings_of
from .validation import MOST_BYTES, found_faults, is_too_big, validate
from .wording import other_words, sentence

__all__ = [
    "MOST_BYTES",
    "Answered",
    "AnsweredStep",
    "Question",
    "Readings",
    "StepPage",
    "answered_steps",
    "draft_of",
    "drafts_of",
    "files_in",
    "found_faults",
    "is_too_big",
    "next_form_version",
    "other_words",
    "page_of",
    "places_like",
    "proofs_of",
    "readings_of",
    "sentence",
    "step_page",
    "validate",
]
