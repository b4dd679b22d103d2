"""What can be done with registers."""

from ._lines import one_by_one
from ._write import Basis
from .answer_call import Call, answer_call
from .compare_new_keys import compare_new_keys
from .end_reexamination import end_reexamination
from .end_version import end_version
from .enter_record import enter_record
from .enter_records import NewRecord, Said, enter_records, said_of
from .lock_record import lock_record, unlock_record
from .move_record import move_record
from .note_keys import note_keys
from .open_record import open_record
from .reexamine import reexamine
from .say_anew import say_anew
from .separate_record import separate_record
from .settle_pair import settle_pair
from .start_import import start_import
from .take_evidence import take_evidence
from .take_in_file import FileTaken, take_in_file, try_file
from .take_in_table import take_in_table
from .take_rows import take_rows
from .write_version import write_version

__all__ = [
    "Basis",
    "Call",
    "FileTaken",
    "NewRecord",
    "Said",
    "answer_call",
    "compare_new_keys",
    "end_reexamination",
    "end_version",
    "enter_record",
    "enter_records",
    "lock_record",
    "move_record",
    "note_keys",
    "one_by_one",
    "open_record",
    "reexamine",
    "said_of",
    "say_anew",
    "separate_record",
    "settle_pair",
    "start_import",
    "take_evidence",
    "take_in_file",
    "take_in_table",
    "take_rows",
    "try_file",
    "unlock_record",
    "write_version",
]
