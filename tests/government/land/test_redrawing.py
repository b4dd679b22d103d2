"""A parcel is split and parcels are joined in one act, exactly; what burdens it forbids it; it can be undone."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import pytest

from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import compare_new_keys
from nentang.foundation.registers.errors import NotYourRegister
from nentang.foundation.registers.models import LikenessKey, PossibleDuplicate
from nentang.foundation.registers.public import Basis, BasisKind, version_on
from nentang.government.land import actions
from nentang.government.land.actions.register_mortgage import Mortgage
from nentang.government.land.actions.split_parcel import shared_out
from nentang.government.land.enums import CertificateState, ParcelState
from nentang.government.land.errors import (
    CannotUndo,
    CutMisses,
    HoldersDiffer,
    NotNeighbours,
    ParcelClosed,
    ParcelLocked,
    ParcelMortgaged,
    PartsDoNotFit,
    ShapeMissing,
)
from nentang.government.land.models import Certificate, Parcel, Plot, Use
from nentang.government.land.queries import (
    holders_on,
    parcels_of_person,
    shape_on,
    standing_on,
    uses_on,
)
from nentang.government.land.rules.geometry import cut_by_line, fit_of
from nentang.government.land.rules.shapes import Shape
from tests.government.population.factories import Commune, make_commune

from .factories import BOOK, HERE, SPOUSE, TODAY, make_parcel, person_id, square

pytestmark = pytest.mark.django_db
ERROR = Basis(BasisKind.DOCUMENT, "Biên bản mẫu 3")
MIDDLE = [HERE.back((7, -5)), HERE.back((7, 25))]


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@pytest.fixture
def mau(commune: Commune, at: datetime) -> int:
    return person_id(commune, at)


@pytest.fixture
def old(commune: Commune, mau: int, at: datetime) -> Parcel:
    return make_parcel(commune=commune, at=at, shape=square(), holder=mau, serial="BC 123456")


def _split(
    old: Parcel, commune: Commune, at: datetime, shapes: Sequence[Shape] | None = None
) -> list[Parcel]:
    shapes = cut_by_line(square(), MIDDLE) if shapes is None else shapes
    return actions.split_parcel(
        code=old.code,
        parts=[actions.Part(each) for each in shapes],
        valid_from=TODAY,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


def _join(codes: Sequence[str], commune: Commune, at: datetime) -> Parcel:
    return actions.join_parcels(
        codes=codes, valid_from=TODAY, basis=BOOK, actor=commune.registrar, at=at
    )


def _plot(parcel: Parcel) -> Plot:
    found = version_on(Plot, parcel, on=TODAY)
    assert found is not None
    return found


def _state(parcel: Parcel) -> str:
    found = standing_on(parcel, TODAY)
    assert found is not None
    return found.state


class TestSplitting:
    def test_the_parts_are_the_old_parcel_exactly(
        self, old: Parcel, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = _split(old, commune, at)
        assert [each.number for each in made] == [84, 85]
        assert sum(_plot(each).area for each in made) == _plot(old).area
        for each in made:
            assert sum(use.area for use in uses_on(each, TODAY)) == _plot(each).area
            assert holders_on(each, TODAY) == holders_on(old, TODAY)
        shapes = [shape for each in made if (shape := shape_on(each, TODAY))]
        fit = fit_of([square()], shapes)
        assert max(fit.overlap, fit.difference) < 0.1
        assert set(parcels_of_person(mau, TODAY)) == set(made)

    def test_the_old_parcel_leads_to_the_new_ones(
        self, old: Parcel, commune: Commune, at: datetime
    ) -> None:
        made = _split(old, commune, at)
        closed = standing_on(old, TODAY)
        assert closed is not None
        assert closed.state == ParcelState.SPLIT
        assert closed.successors == [each.code for each in made]
        paper = version_on(Certificate, old, on=TODAY)
        assert paper is not None
        assert paper.state == CertificateState.REPLACED
        with pytest.raises(ParcelClosed, match=made[0].code):
            _split(old, commune, at)

    def test_the_parts_are_not_taken_for_duplicates(
        self, old: Parcel, commune: Commune, at: datetime
    ) -> None:
        _split(old, commune, at)
        run_until_quiet(at=at)
        compare_new_keys(at=at)
        assert LikenessKey.objects.filter(register="land", is_compared=True).exists()
        assert not PossibleDuplicate.objects.exists()

    def test_gaps_and_overlaps_are_refused(
        self, old: Parcel, commune: Commune, at: datetime
    ) -> None:
        large, small = cut_by_line(square(), MIDDLE)
        for shapes in ([large, large], [large, square(0, 0, 5)], [square(), small]):
            with pytest.raises(PartsDoNotFit):
                _split(old, commune, at, shapes)
        with pytest.raises(CutMisses):
            _split(old, commune, at, [square()])
        assert Parcel.objects.count() == 1

    def test_a_pledged_or_blocked_parcel_is_not_split(
        self, old: Parcel, commune: Commune, at: datetime
    ) -> None:
        actions.block_parcel(code=old.code, reason="Mẫu", actor=commune.registrar, at=at)
        with pytest.raises(ParcelLocked):
            _split(old, commune, at)
        actions.unblock_parcel(code=old.code, actor=commune.registrar, at=at)
        actions.register_mortgage(
            code=old.code,
            mortgage=Mortgage("1", "Ngân hàng Mẫu", "2"),
            valid_from=TODAY,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )
        with pytest.raises(ParcelMortgaged):
            _split(old, commune, at)

    def test_what_has_no_shape_is_not_split(self, commune: Commune, at: datetime) -> None:
        with pytest.raises(ShapeMissing):
            _split(make_parcel(commune=commune, at=at), commune, at)

    def test_a_stranger_splits_nothing(self, old: Parcel, commune: Commune, at: datetime) -> None:
        with pytest.raises(NotYourRegister):
            actions.split_parcel(
                code=old.code,
                parts=[actions.Part(each) for each in cut_by_line(square(), MIDDLE)],
                valid_from=TODAY,
                basis=BOOK,
                actor=commune.stranger,
                at=at,
            )


class TestJoining:
    def test_neighbours_become_one(self, old: Parcel, commune: Commune, at: datetime) -> None:
        made = _split(old, commune, at)
        again = _join([each.code for each in made], commune, at)
        assert _plot(again).area == _plot(old).area
        assert _plot(again).earlier == "7/84, 7/85"
        assert holders_on(again, TODAY) == holders_on(old, TODAY)
        assert [use.area for use in uses_on(again, TODAY)] == [_plot(old).area]
        assert {_state(each) for each in made} == {ParcelState.JOINED}

    def test_only_neighbours_of_the_same_holders_do(
        self, old: Parcel, commune: Commune, mau: int, at: datetime
    ) -> None:
        far = make_parcel(commune=commune, at=at, shape=square(60), number=90, holder=mau)
        with pytest.raises(NotNeighbours):
            _join([old.code, far.code], commune, at)
        with pytest.raises(NotNeighbours):
            _join([old.code, old.code], commune, at)
        other = person_id(commune, at, SPOUSE)
        near = make_parcel(commune=commune, at=at, shape=square(20), number=91, holder=other)
        with pytest.raises(HoldersDiffer):
            _join([old.code, near.code], commune, at)


class TestUndoing:
    def test_it_is_as_if_nothing_had_been(
        self, old: Parcel, commune: Commune, mau: int, at: datetime
    ) -> None:
        made = _split(old, commune, at)
        back = actions.undo_redrawing(code=old.code, basis=ERROR, actor=commune.registrar, at=at)
        assert back == [old]
        assert _state(old) == ParcelState.ACTIVE
        assert {_state(each) for each in made} == {ParcelState.UNDONE}
        assert parcels_of_person(mau, TODAY) == [old]
        paper = version_on(Certificate, old, on=TODAY)
        assert paper is not None
        assert paper.state == CertificateState.IN_FORCE
        assert [each.number for each in _split(Parcel.objects.get(pk=old.pk), commune, at)] == [
            86,
            87,
        ]

    def test_a_joining_is_undone_from_either_old_parcel(
        self, old: Parcel, commune: Commune, at: datetime
    ) -> None:
        made = _split(old, commune, at)
        _join([each.code for each in made], commune, at)
        back = actions.undo_redrawing(
            code=made[1].code, basis=ERROR, actor=commune.registrar, at=at
        )
        assert {each.code for each in back} == {each.code for each in made}

    def test_what_was_built_upon_is_not_undone(
        self, old: Parcel, commune: Commune, at: datetime
    ) -> None:
        made = _split(old, commune, at)
        actions.register_mortgage(
            code=made[0].code,
            mortgage=Mortgage("1", "Ngân hàng Mẫu", "2"),
            valid_from=TODAY,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )
        for code in (old.code, made[0].code):
            with pytest.raises(CannotUndo):
                actions.undo_redrawing(code=code, basis=ERROR, actor=commune.registrar, at=at)


def test_purposes_are_shared_out_exactly() -> None:
    uses = [Use("ONT", Decimal("100.1")), Use("CLN", Decimal("219.9"))]
    areas = [Decimal("106.7"), Decimal("106.7"), Decimal("106.6")]
    found = shared_out(uses, areas)
    assert [sum(use.area for use in part) for part in found] == areas
    for use in uses:
        assert (
            sum(each.area for part in found for each in part if each.code == use.code) == use.area
        )
