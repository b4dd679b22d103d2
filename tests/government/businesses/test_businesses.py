"""A business has a tax code that checks, a name that no other has there, trades of the list, and a standing by day."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.registers.errors import NotYourRegister
from nentang.government.businesses.actions import BusinessFacts, change_standing, enter_business
from nentang.government.businesses.enums import BusinessKind, BusinessState
from nentang.government.businesses.errors import (
    AlreadyDissolved,
    NameMissing,
    NameTaken,
    TaxCodeTaken,
    TradeUnknown,
)
from nentang.government.businesses.models import Business
from nentang.government.businesses.queries import business, standing_on
from nentang.government.businesses.rules.reading import read_founded
from nentang.government.businesses.rules.tax_codes import tax_code_of
from nentang.government.businesses.rules.trades import trades_law
from nentang.kernel.identifiers import InvalidIdentifier, parse_tax_code
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

TODAY = date(2020, 12, 7)


@given(st.from_regex(r"[0-9]{2}", fullmatch=True), st.integers(1, 9_999_999))
def test_a_drawn_code_checks(prefix: str, serial: int) -> None:
    code = tax_code_of(prefix, serial)
    assert code is None or (parse_tax_code(code).text == code and code.startswith(prefix))


@pytest.mark.parametrize(
    ("code", "letter"), [("01", "A"), ("4711", "G"), ("56101", "I"), ("99", "U")]
)
def test_a_trade_belongs_to_a_section(code: str, letter: str) -> None:
    section = trades_law().in_force(on=TODAY).section_of(code)
    assert section is not None
    assert section.letter == letter


@pytest.mark.parametrize("code", ["04", "34", "4", "123456", "ab", "", "００"])
def test_what_is_no_trade_belongs_to_none(code: str) -> None:
    assert trades_law().in_force(on=TODAY).section_of(code) is None


def test_what_a_certificate_says() -> None:
    said = read_founded(
        {
            "business_name": "Tạp hoá Mẫu",
            "business_place": "Thôn Nháp",
            "starts_on": "2020-12-10",
            "capital": 20_000_000,
            "owner_name": "Lê Thị Mẫu",
            "owner_number": "083187000001",
            "trades": [{"trade": "Bán tạp hoá"}, {"trade": "Bán rau"}],
        }
    )
    assert said.trades == ("Bán tạp hoá", "Bán rau")
    assert said.starts_on == date(2020, 12, 10)


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


def _facts(commune: Commune, at: datetime, **others: object) -> BusinessFacts:
    values: dict[str, object] = {
        "name": "Tạp hoá Mẫu",
        "kind": BusinessKind.HOUSEHOLD,
        "unit_code": "98001",
        "address_line": "Thôn Nháp",
        "capital": 20_000_000,
        "owner_person_id": make_citizen(commune=commune, at=at).person_id,
        "owner_title": "Chủ hộ kinh doanh",
        "trades": ("4711",),
    }
    return BusinessFacts(**(values | others))  # type: ignore[arg-type]


def _enter(commune: Commune, at: datetime, **others: object) -> Business:
    return enter_business(
        facts=_facts(commune, at, **others),
        starts_on=TODAY,
        keeper_id=commune.body.pk,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


@pytest.mark.django_db
class TestBusinesses:
    def test_a_business_is_found_by_its_code(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at)
        assert business(made.code) == made
        assert standing_on(made, TODAY) is BusinessState.ACTIVE

    def test_a_code_belongs_to_one(self, commune: Commune, at: datetime) -> None:
        code = tax_code_of("13", 2) or ""
        _enter(commune, at, tax_code=code)
        with pytest.raises(TaxCodeTaken):
            _enter(commune, at, tax_code=code, name="Tạp hoá Khác")

    def test_two_of_one_office_do_not_bear_one_name(self, commune: Commune, at: datetime) -> None:
        _enter(commune, at)
        with pytest.raises(NameTaken):
            _enter(commune, at, name="TẠP HÓA MẪU")
        assert _enter(commune, at, kind=BusinessKind.LIMITED).code

    def test_a_name_and_known_trades_are_needed(self, commune: Commune, at: datetime) -> None:
        with pytest.raises(NameMissing):
            _enter(commune, at, name=" ")
        with pytest.raises(TradeUnknown):
            _enter(commune, at, trades=("3499",))
        with pytest.raises(InvalidIdentifier):
            _enter(commune, at, tax_code="1300000000")

    def test_only_the_office_that_keeps_it_writes(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at)
        with pytest.raises(NotYourRegister):
            _stand(made, BusinessState.SUSPENDED, commune, at, is_stranger=True)

    def test_another_office_is_not_told_which_names_are_taken_or_who_is_dissolved(
        self, commune: Commune, at: datetime
    ) -> None:
        made = _enter(commune, at)
        _stand(made, BusinessState.DISSOLVED, commune, at)
        with pytest.raises(NotYourRegister):
            _stand(made, BusinessState.ACTIVE, commune, at, is_stranger=True)
        with pytest.raises(NotYourRegister):
            enter_business(
                facts=_facts(commune, at),
                starts_on=TODAY,
                keeper_id=commune.body.pk,
                basis=BOOK,
                actor=commune.stranger,
                at=at,
            )

    def test_what_is_dissolved_stays_so(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at)
        _stand(made, BusinessState.SUSPENDED, commune, at)
        _stand(made, BusinessState.ACTIVE, commune, at)
        _stand(made, BusinessState.DISSOLVED, commune, at)
        with pytest.raises(AlreadyDissolved):
            _stand(made, BusinessState.ACTIVE, commune, at)


def _stand(
    made: Business,
    state: BusinessState,
    commune: Commune,
    at: datetime,
    *,
    is_stranger: bool = False,
) -> None:
    change_standing(
        business=made,
        state=state,
        valid_from=TODAY,
        basis=BOOK,
        actor=commune.stranger if is_stranger else commune.registrar,
        at=at,
    )
