"""What a dossier costs: fee lines by date, channel and exemption. Amounts are in đồng."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .procedure import Bilingual


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee: so much for the dossier or for each copy; `online_amount` where it differs."""

    name: Bilingual
    amount: int
    per: str
    online_amount: int | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Who pays nothing."""

    code: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class FeeSchedule:
    """All that a procedure costs on a day."""

    lines: tuple[FeeLine, ...]
    exemptions: tuple[Exemption, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether nobody pays anything."""
        return not any(line.amount for line in self.lines)


def parse_fees(value: Mapping[str, Any]) -> FeeSchedule:
    """The schedule in one rule of a law file."""
    return FeeSchedule(
        lines=tuple(
            FeeLine(
                Bilingual(**line["name"]), line["amount"], line["per"], line.get("online_amount")
            )
            for line in value["lines"]
        ),
        exemptions=tuple(
            Exemption(entry["code"], Bilingual(**entry["name"]))
            for entry in value.get("exemptions", ())
        ),
    )


def fee_for(schedule: FeeSchedule, *, online: bool, copies: int = 1, exemption: str = "") -> int:
    """The fee in đồng; 0 for an exemption that the schedule names."""
    if exemption and any(entry.code == exemption for entry in schedule.exemptions):
        return 0
    return sum(
        _line_amount(line, online) * (copies if line.per == "copy" else 1)
        for line in schedule.lines
    )


def _line_amount(line: FeeLine, online: bool) -> int:
    return line.online_amount if online and line.online_amount is not None else line.amount
