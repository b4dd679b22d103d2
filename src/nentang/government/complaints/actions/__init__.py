"""What can be done with complaints, one file each."""

from .accept_complaint import accept_complaint
from .answer_explanation import answer_explanation
from .ask_explanation import ask_explanation
from .carry_out_decision import carry_out_decision
from .complain_again import complain_again
from .decide_complaint import decide_complaint
from .extend_term import extend_term
from .file_complaint import file_complaint
from .look_up_dossiers import look_up_dossiers
from .note_dialogue import note_dialogue
from .open_complaint import open_complaint
from .open_explanation import open_explanation
from .print_receipt import print_receipt
from .refuse_acceptance import refuse_acceptance
from .tell_inspectors import tell_inspectors
from .tell_office import tell_office
from .tell_outcome import tell_outcome
from .withdraw_complaint import withdraw_complaint

__all__ = [
    "accept_complaint",
    "answer_explanation",
    "ask_explanation",
    "carry_out_decision",
    "complain_again",
    "decide_complaint",
    "extend_term",
    "file_complaint",
    "look_up_dossiers",
    "note_dialogue",
    "open_complaint",
    "open_explanation",
    "print_receipt",
    "refuse_acceptance",
    "tell_inspectors",
    "tell_office",
    "tell_outcome",
    "withdraw_complaint",
]
