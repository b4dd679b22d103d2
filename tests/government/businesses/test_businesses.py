"""A business has a tax code that checks, a name that no other has there, trades of the list, and a standing by day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from nentang.foundation.registers.errors import NotYourRegister
from nentang.government.businesses.actions import (
    BusinessFacts,
    change_activity,
    change_standing,
    enter_business,
    open_branch,
)
from nentang.government.businesses.enums import BusinessKind, BusinessState
from nentang.government.businesses.errors import (
    AlreadyDissolved,
    BranchesExhausted,
    BranchesStillThere,
    NameMissing,
    NameTaken,
    NoBranchOfThat,
    NotInBusiness,
    StandingUnchanged,
    TaxCodeTaken,
    TradeTwice,
    TradeUnknown,
)
from nentang.government.businesses.models import Business
from nentang.government.businesses.queries import business, standing_on
from nentang.government.businesses.rules.reading import read_founded
from nentang.government.businesses.rules.tax_codes import tax_code_of
from nentang.government.businesses.rules.trades import trades_law
from nentang.government.population.public import find_citizen
from nentang.kernel.identifiers import InvalidIdentifier, TaxpayerKind, parse_tax_code
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


def _owner(commune: Commune, at: datetime) -> int:
    known = find_citizen("083187000001")
    return (known or make_citizen(commune=commune, at=at)).person_id


def _facts(commune: Commune, at: datetime, **others: object) -> BusinessFacts:
    values: dict[str, object] = {
        "name": "Tạp hoá Mẫu",
        "kind": BusinessKind.HOUSEHOLD,
        "unit_code": "98001",
        "address_line": "Thôn Nháp",
        "capital": 20_000_000,
        "owner_person_id": others.get("owner_person_id") or _owner(commune, at),
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


@pytest.mark.django_db
class TestWhatDepends:
    def test_branches_are_numbered_behind_the_tax_code(
        self, commune: Commune, at: datetime
    ) -> None:
        made = _enter(commune, at, kind=BusinessKind.LIMITED)
        codes = [
            _branch(made, commune, at, kind=kind).code
            for kind in (BusinessKind.BRANCH, BusinessKind.OFFICE, BusinessKind.PLACE)
        ]
        assert codes == [f"{made.code}-{number:03d}" for number in (1, 2, 3)]
        assert all(parse_tax_code(code).kind is TaxpayerKind.BRANCH for code in codes)

    def test_a_number_that_was_closed_is_not_given_again(
        self, commune: Commune, at: datetime
    ) -> None:
        made = _enter(commune, at, kind=BusinessKind.LIMITED)
        _stand(_branch(made, commune, at), BusinessState.DISSOLVED, commune, at)
        assert _branch(made, commune, at).code == f"{made.code}-002"

    def test_after_999_there_is_none(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at, kind=BusinessKind.LIMITED)
        last = _branch(made, commune, at)
        Business.objects.filter(pk=last.pk).update(code=f"{made.code}-999")
        with pytest.raises(BranchesExhausted):
            _branch(made, commune, at)

    def test_who_may_have_what(self, commune: Commune, at: datetime) -> None:
        household = _enter(commune, at)
        assert _branch(household, commune, at, kind=BusinessKind.PLACE).parent == household
        limited = _enter(commune, at, kind=BusinessKind.LIMITED, name="Công ty Mẫu")
        for parent, kind in (
            (household, BusinessKind.BRANCH),
            (limited, BusinessKind.LIMITED),
            (_branch(limited, commune, at), BusinessKind.BRANCH),
        ):
            with pytest.raises(NoBranchOfThat):
                _branch(parent, commune, at, kind=kind)

    def test_what_does_no_business_opens_nothing(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at, kind=BusinessKind.LIMITED)
        _stand(made, BusinessState.SUSPENDED, commune, at)
        with pytest.raises(NotInBusiness):
            _branch(made, commune, at)

    def test_branches_end_before_their_business(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at, kind=BusinessKind.LIMITED)
        branch = _branch(made, commune, at)
        with pytest.raises(BranchesStillThere, match=branch.code):
            _stand(made, BusinessState.DISSOLVED, commune, at)
        _stand(branch, BusinessState.DISSOLVED, commune, at)
        _stand(made, BusinessState.DISSOLVED, commune, at)
        assert standing_on(made, TODAY) is BusinessState.DISSOLVED

    def test_the_same_standing_again_is_refused(self, commune: Commune, at: datetime) -> None:
        with pytest.raises(StandingUnchanged):
            _stand(_enter(commune, at), BusinessState.ACTIVE, commune, at)


@pytest.mark.django_db
class TestTrades:
    def test_the_main_line_is_the_first_and_each_is_said_once(
        self, commune: Commune, at: datetime
    ) -> None:
        with pytest.raises(TradeTwice):
            _enter(commune, at, trades=("4711", "4711"))
        made = _enter(commune, at, trades=("4711", "5610"))
        assert made.activities.get().trades[0] == "4711"

    def test_lines_are_those_in_force_on_the_day(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at, trades=("4520",))
        with pytest.raises(TradeUnknown):
            _do(made, ("4520",), date(2025, 11, 15), commune, at)
        _do(made, ("4520",), date(2025, 11, 14), commune, at)
        _do(made, ("9531",), date(2025, 11, 15), commune, at)
        assert made.activities.filter(superseded_at=None).count() == 3

    def test_what_is_dissolved_does_nothing(self, commune: Commune, at: datetime) -> None:
        made = _enter(commune, at)
        _stand(made, BusinessState.DISSOLVED, commune, at)
        with pytest.raises(AlreadyDissolved):
            _do(made, ("4711",), TODAY, commune, at)


@pytest.mark.django_db(transaction=True)
def test_two_branches_at_once_have_two_numbers(at: datetime) -> None:
    commune = make_commune(at=at)
    made = _enter(commune, at, kind=BusinessKind.LIMITED)
    facts = _facts(commune, at, kind=BusinessKind.BRANCH)

    def open_one(number: int) -> str:
        try:
            return open_branch(
                parent=made,
                facts=replace(facts, name=f"Chi nhánh {number}"),
                starts_on=TODAY,
                keeper_id=commune.body.pk,
                basis=BOOK,
                actor=commune.registrar,
                at=at,
            ).code
        finally:
            connection.close()

    if connection.vendor == "sqlite":
        codes = [open_one(number) for number in range(2)]
    else:
        with ThreadPoolExecutor(4) as pool:
            codes = list(pool.map(open_one, range(8)))
    assert sorted(codes) == [f"{made.code}-{number:03d}" for number in range(1, len(codes) + 1)]


def _branch(parent: Business, commune: Commune, at: datetime, **others: object) -> Business:
    kind = others.pop("kind", BusinessKind.BRANCH)
    owner = parent.owners.get().person_id
    return open_branch(
        parent=parent,
        facts=_facts(commune, at, kind=kind, name="Chi nhánh Mẫu", owner_person_id=owner),
        starts_on=TODAY,
        keeper_id=commune.body.pk,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


def _do(made: Business, trades: tuple[str, ...], on: date, commune: Commune, at: datetime) -> None:
    change_activity(
        business=made,
        trades=trades,
        valid_from=on,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


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
