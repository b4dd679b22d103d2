"""What the JSON interface takes: exact types, nothing unknown."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field

BIGGEST = 2**63 - 1


def _whole(value: object) -> object:
    """JSON knows no integers: 7.0 is 7."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Entered(Schema):
    """What is sent in: exact types, nothing unknown."""

    model_config = ConfigDict(strict=True, extra="forbid")


Number = Annotated[int, Field(ge=1, le=BIGGEST), BeforeValidator(_whole)]


class DossierIn(_Entered):
    """An application. `answers` fit the schema of the procedure's form."""

    procedure: Annotated[str, Field(pattern=r"^[0-9.]{1,40}$")]
    organization_id: Number
    answers: dict[str, Any]


class SupplementIn(_Entered):
    """What the office asked for: words, and the numbers of files uploaded before."""

    answer: Annotated[str, Field(max_length=4000, pattern=r"^[^\x00]*$")] = ""
    files: Annotated[list[Number], Field(max_length=10)] = []


class WithdrawalIn(_Entered):
    """Why a dossier is withdrawn; may be empty."""

    reason: Annotated[str, Field(max_length=1000, pattern=r"^[^\x00]*$")] = ""


class TrackingIn(_Entered):
    """The code on the receipt and the last four digits of the applicant's phone."""

    code: Annotated[str, Field(pattern=r"^[0-9A-Z.\-]{1,40}$")]
    phone_digits: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
