"""A child under six has a card that the state pays; numbers belong to one person; cards are good for their days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.registers.errors import NotYourRegister
from nentang.government.insurance.actions import Card, enter_insured, issue_card, note_period
from nentang.government.insurance.enums import Payer, Scheme
from nentang.government.insurance.errors import InsuranceNumberInvalid, InsuranceNumberTaken
from nentang.government.insurance.models import Insured
from nentang.government.insurance.queries import card_on
from nentang.government.insurance.rules.child_card import child_card_law
from nentang.government.insurance.rules.reading import read_card
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

TODAY = date(2020, 12, 7)


@given(st.dates(date(2010, 1, 1), date(2040, 12, 31)))
def test_a_childs_card_is_good_for_72_months_and_until_school(born_on: date) -> None:
    until = child_card_law().in_force(on=born_on).good_until(born_on)
    years = until.year - born_on.year
    assert until >= date(born_on.year + 6, 9, 30)
    assert years == 6 or (born_on.month, born_on.day) == (1, 1)
    assert until + timedelta(days=1) >= date(born_on.year + 6, born_on.month, min(born_on.day, 28))


@pytest.mark.parametrize(
    ("born_on", "until"),
    [
        (date(2014, 12, 7), date(2020, 12, 6)),
        (date(2014, 3, 1), date(2020, 9, 30)),
        (date(2016, 2, 29), date(2022, 9, 30)),
    ],
)
def test_examples_of_the_last_day(born_on: date, until: date) -> None:
    assert child_card_law().in_force(on=TODAY).good_until(born_on) == until


def test_what_a_granted_card_says() -> None:
    said = read_card(
        {
            "child_number": "083320000002",
            "child_birth_on": "2020-11-02",
            "facility": "Trạm Mẫu",
            "insurance_number": "8320000001",
        }
    )
    assert (said.personal_number, said.insurance_number) == ("083320000002", "8320000001")


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


def _insured(
    commune: Commune,
    at: datetime,
    number: str = "",
    *,
    number_of_person: str = "083187000001",
    full_name: str = "Lê Thị Mẫu",
) -> Insured:
    person_id = make_citizen(
        commune=commune, at=at, number=number_of_person, full_name=full_name
    ).person_id
    return enter_insured(
        person_id=person_id,
        number=number,
        keeper_id=commune.body.pk,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


@pytest.mark.django_db
class TestInsured:
    def test_one_person_has_one_number(self, commune: Commune, at: datetime) -> None:
        assert _insured(commune, at).code == _insured(commune, at, "8320000001").code

    def test_a_number_belongs_to_one_person(self, commune: Commune, at: datetime) -> None:
        _insured(commune, at, "8320000001")
        with pytest.raises(InsuranceNumberTaken):
            _insured(
                commune, at, "8320000001", number_of_person="083187000002", full_name="Bùi Thị Thử"
            )

    @pytest.mark.parametrize("number", ["123", "12345678901", "12345678x0", "１２３４５６７８９０"])
    def test_a_number_has_ten_digits(self, number: str, commune: Commune, at: datetime) -> None:
        with pytest.raises(InsuranceNumberInvalid):
            _insured(commune, at, number)

    def test_a_card_is_good_for_its_days(self, commune: Commune, at: datetime) -> None:
        insured = _insured(commune, at)
        _card(insured, commune, at)
        assert card_on(insured, TODAY) is not None
        assert card_on(insured, date(2026, 9, 30)) is not None
        assert card_on(insured, date(2026, 10, 1)) is None

    def test_only_who_keeps_the_record_issues_cards(self, commune: Commune, at: datetime) -> None:
        insured = _insured(commune, at)
        with pytest.raises(NotYourRegister):
            _card(insured, commune, at, is_stranger=True)

    def test_another_office_is_not_told_who_is_insured(
        self, commune: Commune, at: datetime
    ) -> None:
        insured = _insured(commune, at)
        with pytest.raises(NotYourRegister):
            enter_insured(
                person_id=insured.person_id,
                number="",
                keeper_id=commune.body.pk,
                basis=BOOK,
                actor=commune.stranger,
                at=at,
            )

    def test_times_of_social_insurance_are_kept(self, commune: Commune, at: datetime) -> None:
        insured = _insured(commune, at)
        note_period(
            insured=insured,
            scheme=Scheme.COMPULSORY,
            employer="Công ty Mẫu",
            monthly_base=5_000_000,
            valid_from=date(2018, 1, 1),
            valid_to=None,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )
        assert insured.periods.get().monthly_base == 5_000_000


def _card(insured: Insured, commune: Commune, at: datetime, *, is_stranger: bool = False) -> None:
    issue_card(
        insured=insured,
        card=Card(Payer.STATE, "TE", 1, "Trạm Mẫu"),
        good_from=TODAY,
        good_until=date(2026, 9, 30),
        basis=BOOK,
        actor=commune.stranger if is_stranger else commune.registrar,
        at=at,
    )
