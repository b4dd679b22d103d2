"""A procedure as the law describes it on a day, and how it is read from a law file."""

from collections.abc import Mapping
from typing import Any

from nentang.kernel.frozen import Frozen


class Bilingual(Frozen):
    """A text in Vietnamese and English."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The English text for English readers, Vietnamese for all others."""
        return self.en if language.startswith("en") and self.en else self.vi


class Paper(Frozen):
    """A document that the applicant brings.

    `code` is the question of the form that takes it; `when` says in which case, empty for always.
    """

    code: str
    name: Bilingual
    note: Bilingual
    required: bool
    when: Bilingual


class Deadline(Frozen):
    """Working time for the office: the same day, or so many working days; neither if unknown."""

    same_day: bool = False
    working_days: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the law data names a deadline."""
        return self.same_day or self.working_days is not None


class Stop(Frozen):
    """A body on the way of a dossier and what it does there.

    `task` is one of organizations' tasks, or `committee`: the People's Committee at `level`.
    """

    task: str
    level: str
    does: Bilingual


class Procedure(Frozen):
    """One procedure (thủ tục hành chính) as it held on a day.

    `service_level` is 1 to 4 (Decree 43/2011, until 14/8/2022); `service_mode` is `full`
    (toàn trình) or `partial` (một phần) from Decree 42/2022 on. Levels of bodies are
    `commune`, `district`, `province`, `ministry`.
    """

    code: str
    name: Bilingual
    summary: Bilingual
    field: str
    receives: str
    decides: str
    form: str
    result_kind: str
    result: Bilingual
    life_event: str
    keywords: str
    assurance: int = 1
    deadline: Deadline = Deadline()
    act_within_days: int | None = None
    service_level: int | None = None
    service_mode: str | None = None
    papers: tuple[Paper, ...] = ()
    steps: tuple[Bilingual, ...] = ()
    route: tuple[Stop, ...] = ()
    legal_basis: tuple[str, ...] = ()

    @property
    def is_at_highest_level(self) -> bool:
        """Level 4 before 15/8/2022, toàn trình after."""
        return self.service_level == 4 or self.service_mode == "full"

    @property
    def taken_straight_by(self) -> str:
        """The task of the body that decides at the level that receives; empty for the committee.

        Where a place has such a body, people apply to it and not at the one-stop desk.
        """
        last = self.route[-1] if self.route else None
        is_here = last is not None and last.level == self.receives and last.task != "committee"
        return last.task if last and is_here else ""

    @property
    def is_whole(self) -> bool:
        """Whether the procedure has its own form rather than the general one."""
        return self.form != "general"


EMPTY = Bilingual("", "")


def parse_procedure(code: str, value: Mapping[str, Any]) -> Procedure:
    """The procedure in one rule of a law file; KeyError or TypeError where it is malformed."""
    result = value["result"]
    return Procedure(
        code=code,
        name=_bilingual(value["name"]),
        summary=_bilingual(value["summary"]) if "summary" in value else EMPTY,
        field=value["field"],
        receives=value["receives"],
        decides=value["decides"],
        form=value["form"],
        result_kind=result.get("kind", "general_result"),
        result=_bilingual(result),
        life_event=value["life_event"],
        keywords=value["keywords"],
        assurance=value.get("assurance", 1),
        deadline=Deadline(**value.get("deadline", {})),
        act_within_days=value.get("act_within_days"),
        service_level=value.get("service_level"),
        service_mode=value.get("service_mode"),
        papers=tuple(_paper(entry) for entry in value.get("papers", ())),
        steps=tuple(_bilingual(entry) for entry in value.get("steps", ())),
        route=tuple(_stop(entry) for entry in value.get("route", ())),
        legal_basis=tuple(value.get("legal_basis", ())),
    )


def _bilingual(value: Mapping[str, Any]) -> Bilingual:
    return Bilingual(vi=value["vi"], en=value["en"])


def _stop(value: Mapping[str, Any]) -> Stop:
    return Stop(value["task"], value["level"], _bilingual(value["does"]))


def _paper(value: Mapping[str, Any]) -> Paper:
    note, when = (_bilingual(value[key]) if key in value else EMPTY for key in ("note", "when"))
    return Paper(value["code"], _bilingual(value["name"]), note, value["required"], when)
