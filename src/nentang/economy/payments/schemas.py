"""JSON of payments."""

from datetime import datetime

from ninja import Field, Schema
from pydantic import ConfigDict

from nentang.agreements.cashier import PaymentOrder


class OrderIn(Schema):
    """What is to be paid; `amount` in đồng."""

    model_config = ConfigDict(extra="forbid")

    reference: str = Field(pattern=r"^[0-9A-Za-z.\-/]{1,80}$")
    amount: int = Field(gt=0, lt=10**13)
    payee_organization_id: int = Field(ge=1, lt=2**63)
    payer_person_id: int | None = Field(default=None, ge=1, lt=2**63)
    description: str = Field(pattern=r"^[^\x00-\x1f]{1,400}$")

    def order(self) -> PaymentOrder:
        """As the agreement has it."""
        return PaymentOrder(**self.dict())


class PaymentOut(Schema):
    """A request as it stands; `pay_path` is the page on which a person pays."""

    code: str
    reference: str
    amount: int
    state: str
    pay_path: str
    paid_at: datetime | None


class RevenueSum(Schema):
    """What all bodies took for one item in a month, in đồng; an empty item: not booked to one."""

    month: int
    item: str
    amount: int
