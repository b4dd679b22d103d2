"""JSON of payments."""

from datetime import datetime

from ninja import Field, Schema

from nentang.agreements.cashier import PaymentOrder


class OrderIn(Schema):
    """What is to be paid; `amount` in đồng."""

    reference: str = Field(min_length=1, max_length=80)
    amount: int = Field(gt=0, lt=10**13)
    payee_organization_id: int
    payer_person_id: int | None = None
    description: str = Field(min_length=1, max_length=400)

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
