"""A parcel has a number, exact areas, holders whose shares are one, papers and pledges; each change checks the law."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from nentang.foundation.audit.models import Record as AuditRecord
from nentang.foundation.registers.errors import NotYourRegister, ReasonMissing
from nentang.foundation.registers.public import Act, version_on, versions_of
from nentang.government.land import actions
from nentang.government.land.actions.register_mortgage import Mortgage
from nentang.government.land.enums import CertificateState, FormOfUse, Origin
from nentang.government.land.errors import (
    AreaDisagrees,
    HolderUnknown,
    LandUseUnknown,
    MortgageNotFound,
    MortgageTaken,
    NoCertificate,
    NoRightHeld,
    NothingBlocked,
    ParcelLocked,
    ParcelMortgaged,
    ParcelNotFound,
    ParcelNumberTaken,
    SerialInvalid,
    SerialTaken,
    ShapeInvalid,
    ShapeOverlaps,
    SharesInvalid,
    ShareTooSmall,
)
from nentang.government.land.models import Certificate, Parcel, Right, ShapeVersion
from nentang.government.land.queries import (
    Holder,
    holders_on,
    mortgages_on,
    parcel,
    parcels_held_by,
    parcels_of_person,
    right_on,
    shape_on,
)
from nentang.government.land.rules.geohash import cell_of
from tests.government.population.factories import Commune, make_commune

from .factories import BOOK, LONG_AGO, SPOUSE, TODAY, ground, make_parcel, person_id, square

pytestmark = pytest.mark.django_db
PLEDGE = Mortgage("TC-1/2020", "Ngân hàng Mẫu", "HĐ 12/2020")


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@pytest.fixture
def mau(commune: Commune, at: datetime) -> int:
    return person_id(commune, at)


def _give(
    made: Parcel,
    commune: Commune,
    at: datetime,
    *takers: actions.HolderShare,
    giver: Holder | None = None,
    is_joint: bool = False,
    is_stranger: bool = False,
) -> Right:
    return actions.transfer_right(
        code=made.code,
        takers=takers,
        giver=giver,
        origin=Origin.SOLD,
        valid_from=TODAY,
        basis=BOOK,
        actor=commune.stranger if is_stranger else commune.registrar,
        at=at,
        is_joint=is_joint,
    )


def _pledge(made: Parcel, commune: Commune, at: datetime, mortgage: Mortgage = PLEDGE) -> None:
    actions.register_mortgage(
        code=made.code,
        mortgage=mortgage,
        valid_from=TODAY,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


class TestEntering:
    def test_a_parcel_is_found_by_number_holder_and_person(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, shape=square(), holder=mau)
        assert parcel("98001-7-83") == made
        assert parcels_held_by("083187000001") == [made.pk]
        assert parcels_of_person(mau, TODAY) == [made]
        assert parcels_of_person(mau, date(2014, 1, 1)) == []
        with pytest.raises(ParcelNotFound):
            parcel("98001-7-84")

    def test_its_identifier_is_the_cell_of_a_point_inside(
        self, commune: Commune, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, shape=square())
        said = version_on(ShapeVersion, made, on=TODAY)
        assert said is not None
        west, south, east, north = cell_of(said.geohash)
        assert len(said.geohash) == 12
        assert said.west < west < east < said.east
        assert said.south < south < north < said.north
        assert shape_on(made, TODAY) == square()

    def test_a_sheet_has_a_number_once(self, commune: Commune, at: datetime) -> None:
        make_parcel(commune=commune, at=at)
        with pytest.raises(ParcelNumberTaken):
            make_parcel(commune=commune, at=at)

    def test_a_new_number_is_none_that_was_given(self, commune: Commune, at: datetime) -> None:
        make_parcel(commune=commune, at=at, number=83)
        assert make_parcel(commune=commune, at=at, number=0).number == 84
        assert make_parcel(commune=commune, at=at, number=0).number == 85

    def test_what_lies_on_another_is_refused(self, commune: Commune, at: datetime) -> None:
        make_parcel(commune=commune, at=at, shape=square())
        make_parcel(commune=commune, at=at, shape=square(20, 0), number=84)
        with pytest.raises(ShapeOverlaps, match=r"98001-7-8[34]"):
            make_parcel(commune=commune, at=at, shape=square(10, 0), number=85)
        assert Parcel.objects.count() == 2

    def test_area_and_shape_agree_as_measuring_does(self, commune: Commune, at: datetime) -> None:
        make_parcel(commune=commune, at=at, shape=square(), area=Decimal("405.0"))
        with pytest.raises(AreaDisagrees, match=r"420,0 m².*400,0 m².*8,2 m²"):
            make_parcel(commune=commune, at=at, shape=square(50), number=84, area=Decimal("420.0"))

    def test_crossing_sides_and_unknown_uses_are_refused(
        self, commune: Commune, at: datetime
    ) -> None:
        crossing = ground((0, 0), (20, 20), (20, 0), (0, 20))
        with pytest.raises(ShapeInvalid):
            make_parcel(commune=commune, at=at, shape=crossing, area=Decimal(200))
        with pytest.raises(LandUseUnknown):
            make_parcel(commune=commune, at=at, use="XYZ")

    def test_only_who_keeps_the_land_enters_it(self, commune: Commune, at: datetime) -> None:
        with pytest.raises(NotYourRegister):
            actions.enter_parcel(
                entry=actions.ParcelEntry(
                    actions.ParcelFacts(
                        unit_code="98001", sheet=7, number=1, area=Decimal(1), uses=()
                    )
                ),
                starts_on=LONG_AGO,
                keeper_id=commune.body.pk,
                basis=BOOK,
                actor=commune.stranger,
                at=at,
            )

    def test_shares_are_one_whole_and_holders_somebody(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        half = actions.HolderShare(Holder(mau), Fraction(1, 2))
        for shares, error in (
            ((half,), SharesInvalid),
            ((half, half), HolderUnknown),
            ((half, actions.HolderShare(Holder(), Fraction(1, 2))), HolderUnknown),
        ):
            with pytest.raises(error):
                make_parcel(commune=commune, at=at, right=actions.RightFacts(shares))

    def test_many_are_entered_as_one_would_be(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        entries = [
            actions.ParcelEntry(
                actions.ParcelFacts(
                    unit_code="98001",
                    sheet=3,
                    number=number,
                    area=Decimal("400.0"),
                    uses=(),
                    address_line="Thôn Nháp",
                    shape=square(number * 20),
                ),
                actions.RightFacts((actions.HolderShare(Holder(mau), Fraction(1)),)),
                actions.CertificateFacts("UBND", LONG_AGO),
            )
            for number in range(1, 6)
        ]
        count = actions.enter_parcels(
            entries=entries,
            starts_on=LONG_AGO,
            keeper_id=commune.body.pk,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )
        assert count == 5
        assert len(parcels_of_person(mau, TODAY)) == 5
        serials = Certificate.objects.values_list("serial", flat=True)
        assert len(set(serials)) == 5
        assert parcel("98001-3-4").folded == "thua 4, to 3, thon nhap"
        overlapping = [
            actions.ParcelEntry(
                actions.ParcelFacts(
                    unit_code="98001",
                    sheet=4,
                    number=1,
                    area=Decimal("400.0"),
                    uses=(),
                    shape=square(30, 5),
                )
            )
        ]
        with pytest.raises(ShapeOverlaps):
            actions.enter_parcels(
                entries=overlapping,
                starts_on=LONG_AGO,
                keeper_id=commune.body.pk,
                basis=BOOK,
                actor=commune.registrar,
                at=at,
            )


class TestRights:
    def test_a_sale_gives_all_and_the_past_stays(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        buyer = Holder(organization_name="Hợp tác xã Mẫu", organization_code="1300000001")
        _give(made, commune, at, actions.HolderShare(buyer, Fraction(1)), giver=Holder(mau))
        assert holders_on(made, TODAY) == {buyer: Fraction(1)}
        assert holders_on(made, date(2019, 1, 1)) == {Holder(mau): Fraction(1)}
        assert parcels_held_by("1300000001") == [made.pk]
        assert parcels_of_person(mau, TODAY) == []
        acts = AuditRecord.objects.filter(action="land.transfer_right")
        assert acts.count() == 1

    def test_spouses_have_it_together(self, commune: Commune, mau: int, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        two = [Holder(mau), Holder(person_id(commune, at, SPOUSE))]
        half = Fraction(1, 2)
        takers = [actions.HolderShare(who, half) for who in two]
        right = _give(made, commune, at, *takers, is_joint=True)
        assert right.form == FormOfUse.JOINT
        assert holders_on(made, TODAY) == dict.fromkeys(two, half)

    def test_part_of_a_share_may_go(self, commune: Commune, mau: int, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        other = Holder(person_id(commune, at, SPOUSE))
        right = _give(
            made, commune, at, actions.HolderShare(other, Fraction(1, 3)), giver=Holder(mau)
        )
        assert right.form == FormOfUse.SHARED
        assert holders_on(made, TODAY) == {Holder(mau): Fraction(2, 3), other: Fraction(1, 3)}
        with pytest.raises(ShareTooSmall):
            _give(made, commune, at, actions.HolderShare(Holder(mau), Fraction(1, 2)), giver=other)

    def test_what_nobody_has_cannot_go(self, commune: Commune, mau: int, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at)
        with pytest.raises(NoRightHeld):
            _give(made, commune, at, actions.HolderShare(Holder(mau), Fraction(1)))

    def test_a_stranger_changes_nothing(self, commune: Commune, mau: int, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        with pytest.raises(NotYourRegister):
            _give(
                made, commune, at, actions.HolderShare(Holder(mau), Fraction(1)), is_stranger=True
            )


class TestPapers:
    def test_a_new_paper_takes_the_place_of_the_old(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau, serial="BC 123456")
        self._issue(made, commune, at, "DA12345678")
        now = version_on(Certificate, made, on=TODAY)
        before = version_on(Certificate, made, on=date(2019, 1, 1))
        assert now is not None
        assert before is not None
        assert (now.serial, before.serial) == ("DA 12345678", "BC 123456")

    def test_a_serial_is_used_once(self, commune: Commune, mau: int, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau, serial="BC 123456")
        with pytest.raises(SerialTaken):
            self._issue(made, commune, at, "bc123456")
        for wrong in ("B 123456", "BC 12345", "BC 1234567", "", "BC １２３４５６"):
            if wrong:
                with pytest.raises(SerialInvalid):
                    self._issue(made, commune, at, wrong)

    def test_a_revoked_paper_counts_no_more(self, commune: Commune, mau: int, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau, serial="BC 123456")
        revoked = self._revoke(made, commune, at)
        assert revoked.state == CertificateState.REVOKED
        with pytest.raises(NoCertificate):
            self._revoke(made, commune, at)

    def _issue(self, made: Parcel, commune: Commune, at: datetime, serial: str) -> None:
        actions.issue_certificate(
            code=made.code,
            facts=actions.CertificateFacts("UBND huyện Mẫu", TODAY, serial),
            valid_from=TODAY,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )

    def _revoke(self, made: Parcel, commune: Commune, at: datetime) -> Certificate:
        return actions.revoke_certificate(
            code=made.code, valid_from=TODAY, basis=BOOK, actor=commune.registrar, at=at
        )


class TestBurdens:
    def test_pledged_land_is_not_sold_until_released(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        _pledge(made, commune, at)
        _pledge(made, commune, at, Mortgage("TC-2/2020", "Quỹ Mẫu", "HĐ 13"))
        taker = actions.HolderShare(Holder(mau), Fraction(1))
        with pytest.raises(ParcelMortgaged, match="Ngân hàng Mẫu"):
            _give(made, commune, at, taker)
        for number in ("TC-1/2020", "TC-2/2020"):
            self._release(made, commune, at, number)
        assert mortgages_on(made, TODAY) == []
        assert _give(made, commune, at, taker)

    def test_a_registration_has_its_number_once(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        _pledge(made, commune, at)
        with pytest.raises(MortgageTaken):
            _pledge(made, commune, at)
        with pytest.raises(MortgageNotFound):
            self._release(made, commune, at, "TC-9/2020")

    def test_what_nobody_has_is_not_pledged(self, commune: Commune, at: datetime) -> None:
        with pytest.raises(NoRightHeld):
            _pledge(make_parcel(commune=commune, at=at), commune, at)

    def test_a_blocked_parcel_refuses_every_change(
        self, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = make_parcel(commune=commune, at=at, holder=mau)
        block = actions.block_parcel(
            code=made.code, reason="Tòa án mẫu yêu cầu", actor=commune.registrar, at=at
        )
        assert block.locked_for
        with pytest.raises(ParcelLocked, match="Tòa án mẫu"):
            _pledge(made, commune, at)
        with pytest.raises(ParcelLocked):
            _give(made, commune, at, actions.HolderShare(Holder(mau), Fraction(1)))
        with pytest.raises(NotYourRegister):
            actions.unblock_parcel(code=made.code, actor=commune.stranger, at=at)
        actions.unblock_parcel(code=made.code, actor=commune.registrar, at=at)
        _pledge(made, commune, at)
        with pytest.raises(NothingBlocked):
            actions.unblock_parcel(code=made.code, actor=commune.registrar, at=at)

    def test_a_block_says_why(self, commune: Commune, at: datetime) -> None:
        made = make_parcel(commune=commune, at=at)
        with pytest.raises(ReasonMissing):
            actions.block_parcel(code=made.code, reason=" ", actor=commune.registrar, at=at)

    def _release(self, made: Parcel, commune: Commune, at: datetime, number: str) -> None:
        actions.release_mortgage(
            code=made.code,
            number=number,
            valid_from=TODAY,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )


def test_history_keeps_what_was_said_when(commune: Commune, mau: int, at: datetime) -> None:
    made = make_parcel(commune=commune, at=at, holder=mau)
    before = right_on(made, TODAY)
    _give(made, commune, at, actions.HolderShare(Holder(organization_name="HTX"), Fraction(1)))
    rows = versions_of(Right, made)
    assert before is not None
    assert [row.act for row in rows].count(Act.CHANGE) == 1
    assert any(row.superseded_at for row in rows)
