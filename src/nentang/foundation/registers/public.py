"""Door of the registers."""

from .actions import (
    Basis,
    end_version,
    enter_record,
    lock_record,
    move_record,
    open_record,
    say_anew,
    unlock_record,
    write_version,
)
from .enums import Act, BasisKind
from .errors import NotYourRegister, RecordNotFound
from .models import Record, Version
from .queries import find_record, held, search_records, version_on, versions_of
from .registry import (
    Aspect,
    Column,
    Intake,
    LikenessRule,
    Offer,
    Register,
    Statistic,
    declare_register,
    register_named,
    register_of,
    registers,
)
from .rules.likeness import is_like_name, is_near_day

__all__ = [
    "Act",
    "Aspect",
    "Basis",
    "BasisKind",
    "Column",
    "Intake",
    "LikenessRule",
    "NotYourRegister",
    "Offer",
    "Record",
    "RecordNotFound",
    "Register",
    "Statistic",
    "Version",
    "declare_register",
    "end_version",
    "enter_record",
    "find_record",
    "held",
    "is_like_name",
    "is_near_day",
    "lock_record",
    "move_record",
    "open_record",
    "register_named",
    "register_of",
    "registers",
    "say_anew",
    "search_records",
    "unlock_record",
    "version_on",
    "versions_of",
    "write_version",
]
