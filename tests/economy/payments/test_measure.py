"""What the measure learns of payments: amounts and ways, nobody's name."""

from datetime import datetime

import ibis
import pyarrow as pa
import pytest

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.actions import record_cash
from nentang.economy.payments.indicators import PAYMENT_SETTLED
from nentang.foundation.facts.public import fact_rows, indicators

from .factories import make_request
from .test_messages import make_order, notice, tell


@pytest.mark.django_db
def test_each_settled_payment_leaves_one_fact(at: datetime) -> None:
    cash = make_request(at=at)
    online = make_request(at=at, payee=cash.payee, amount=20_000)
    record_cash(reference=cash.reference, actor=SYSTEM, at=at)
    tell(notice(make_order(online, at=at).code, amount=20_000), at=at)

    assert [fact.payload for fact in fact_rows(PAYMENT_SETTLED.name)] == [
        {"amount": 20_000, "method": "bank", "online": True},
        {"amount": 16_000, "method": "cash", "online": False},
    ]


def test_the_share_counts_online_payments_of_a_units_day() -> None:
    table = pa.table(
        {
            "unit_code": ["98", "98", "98", "97"],
            "day": ["2020-12-07", "2020-12-07", "2020-12-08", "2020-12-07"],
            "online": [True, False, True, False],
        }
    )

    (online,) = (each for each in indicators() if each.code == "payments.online_share")
    tables = {PAYMENT_SETTLED.name: ibis.memtable(table)}

    shares = online.expression(tables).to_pyarrow().to_pylist()

    assert sorted(tuple(row.values()) for row in shares) == [
        ("97", "2020-12-07", 0, 1),
        ("98", "2020-12-07", 1, 2),
        ("98", "2020-12-08", 1, 1),
    ]
