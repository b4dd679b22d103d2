"""What the answers of a dossier mean in the words of a book; texts as they were declared."""

from collections.abc import Callable, Mapping
from typing import Any

Answers = Mapping[str, Any]
Typed = dict[str, str]

WRITTEN = {
    "1.001193": "births",
    "1.000894": "marriages",
    "1.000656": "deaths",
    "1.004873": "statuses",
}
"""Procedures whose answers say all that the book asks."""
BY_OFFICER = {
    "1.000689": "births",
    "1.004884": "births",
    "2.000528": "births",
    "2.000806": "marriages",
    "1.004837": "guardianships",
    "1.004859": "changes",
}
"""Procedures whose general form does not: an officer writes them."""


def kind_of(procedure: str) -> str:
    """The book into which results of that procedure go; empty where into none."""
    number = procedure.partition(".000.00.00.")[0]
    return WRITTEN.get(number) or BY_OFFICER.get(number, "")


def typed_from(procedure: str, answers: Answers) -> Typed | None:
    """What the book asks, from the answers; None where an officer has to say it."""
    kind = WRITTEN.get(procedure.partition(".000.00.00.")[0])
    return {name: text for name, text in _READERS[kind](answers).items() if text} if kind else None


def _said(answers: Answers, name: str) -> str:
    value = answers.get(name)
    return "" if value is None else str(value)


def _about(answers: Answers, side: str) -> str:
    parts = (_said(answers, f"{side}_ethnicity"), _said(answers, f"{side}_nationality"))
    return ", ".join(filter(None, parts))


def _birth(answers: Answers) -> Typed:
    typed = {
        "full_name": _said(answers, "child_name"),
        "sex": _said(answers, "child_sex"),
        "birth": _said(answers, "child_birth_on"),
        "birth_place": _said(answers, "child_birth_place"),
        "ethnicity": _said(answers, "child_ethnicity"),
        "nationality": _said(answers, "child_nationality"),
        "hometown": _said(answers, "child_home_town"),
        "personal_number": _said(answers, "child_number"),
        "declarant_name": _said(answers, "requester_name"),
    }
    for side in ("mother", "father"):
        typed[f"{side}_name"] = _said(answers, f"{side}_name")
        typed[f"{side}_birth"] = _said(answers, f"{side}_birth")
        typed[f"{side}_about"] = _about(answers, side)
        typed[f"{side}_residence"] = _said(answers, f"{side}_residence")
        if answers.get("relation") == side:
            typed[f"{side}_number"] = _said(answers, "requester_number")
    return typed


def _marriage(answers: Answers) -> Typed:
    typed = {}
    for side, asked in (("wife", "woman"), ("husband", "man")):
        typed[f"{side}_name"] = _said(answers, f"{asked}_name")
        typed[f"{side}_birth"] = _said(answers, f"{asked}_birth")
        typed[f"{side}_number"] = _said(answers, f"{asked}_number")
        typed[f"{side}_about"] = _about(answers, asked)
        typed[f"{side}_residence"] = _said(answers, f"{asked}_residence")
    return typed


def _death(answers: Answers) -> Typed:
    proof = ("proof_number", "proof_issuer", "proof_on")
    return {
        "full_name": _said(answers, "deceased_name"),
        "sex": _said(answers, "deceased_sex"),
        "birth": _said(answers, "deceased_birth"),
        "personal_number": _said(answers, "deceased_number"),
        "about": _about(answers, "deceased"),
        "residence": _said(answers, "last_residence"),
        "died": _said(answers, "died_on"),
        "died_time": _said(answers, "died_time"),
        "death_place": _said(answers, "death_place"),
        "death_cause": _said(answers, "death_cause"),
        "proof": ", ".join(filter(None, (_said(answers, name) for name in proof)))[:200],
        "declarant_name": _said(answers, "requester_name"),
    }


def _status(answers: Answers) -> Typed:
    return {
        "full_name": _said(answers, "subject_name"),
        "sex": _said(answers, "subject_sex"),
        "birth": _said(answers, "subject_birth"),
        "personal_number": _said(answers, "subject_number"),
        "residence": _said(answers, "subject_residence"),
        "status": _said(answers, "status"),
        "purpose": {"marriage": "Đăng ký kết hôn", "property": "Giao dịch nhà đất"}.get(
            _said(answers, "use"), _said(answers, "other_use")
        ),
    }


_READERS: Mapping[str, Callable[[Answers], Typed]] = {
    "births": _birth,
    "marriages": _marriage,
    "deaths": _death,
    "statuses": _status,
}
