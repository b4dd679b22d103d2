"""Entries of the books, what is said in them, paper books, and what became of dossiers."""

from .counters import BookCounter, DossierEntry, GivenNumber
from .entries import (
    BirthEntry,
    ChangeEntry,
    CivilEntry,
    DeathEntry,
    GuardianshipEntry,
    MarriageEntry,
    RecognitionEntry,
    StatusEntry,
)
from .facts import (
    BirthFacts,
    ChangeFacts,
    CivilFacts,
    DeathFacts,
    GuardianshipFacts,
    MarriageFacts,
    MarriageStanding,
    RecognitionFacts,
    StatusFacts,
)
from .paper import PaperBook, PaperLine

__all__ = [
    "BirthEntry",
    "BirthFacts",
    "BookCounter",
    "ChangeEntry",
    "ChangeFacts",
    "CivilEntry",
    "CivilFacts",
    "DeathEntry",
    "DeathFacts",
    "DossierEntry",
    "GivenNumber",
    "GuardianshipEntry",
    "GuardianshipFacts",
    "MarriageEntry",
    "MarriageFacts",
    "MarriageStanding",
    "PaperBook",
    "PaperLine",
    "RecognitionEntry",
    "RecognitionFacts",
    "StatusEntry",
    "StatusFacts",
]
