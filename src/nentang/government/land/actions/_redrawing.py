"""What splitting and joining have in common: what must be there, what becomes of the old parcels."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, say_anew, version_on, write_version
from nentang.government.land.enums import CertificateState, ParcelState
from nentang.government.land.errors import PartsDoNotFit, ShapeMissing
from nentang.government.land.models import Certificate, Parcel, ParcelStanding, Plot
from nentang.government.land.queries import shape_on
from nentang.government.land.rules.areas import area_words, square_metres
from nentang.government.land.rules.geometry import fit_of
from nentang.government.land.rules.plane import border_of
from nentang.government.land.rules.shapes import Shape
from nentang.government.land.rules.tolerances import tolerance_on

from ._facts import check_area
from ._opening import changeable, check_not_pledged


def redrawable(code: str, actor: Actor, on: date) -> tuple[Parcel, Plot, Shape]:
    """The parcel with plot and shape, free to be redrawn.

    Raises what `changeable` does, ParcelMortgaged, ShapeMissing, AreaDisagrees.
    """
    parcel = changeable(code, actor, on)
    check_not_pledged(parcel, on)
    plot, shape = version_on(Plot, parcel, on=on), shape_on(parcel, on)
    if plot is None or shape is None:
        raise ShapeMissing
    check_area(plot.area, shape, on)
    return parcel, plot, shape


def check_fit(wholes: Sequence[Shape], parts: Sequence[Shape], on: date) -> None:
    """PartsDoNotFit unless the parts are the wholes, apart, as nearly as borders are known."""
    allowed = tolerance_on(on).along(sum(map(border_of, parts)))
    fit = fit_of(wholes, parts)
    if max(fit.overlap, fit.difference) > allowed:
        wrong = square_metres(max(fit.overlap, fit.difference))
        raise PartsDoNotFit(area=area_words(wrong))


def close(
    parcel: Parcel,
    state: ParcelState,
    successors: Sequence[Parcel],
    *,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> None:
    """The parcel leaves the map for its successors, and its certificate counts no more."""
    known = version_on(ParcelStanding, parcel, on=valid_from)
    write_version(
        version=ParcelStanding(
            record=parcel,
            state=state,
            successors=[each.code for each in successors],
            predecessors=known.predecessors if known else [],
        ),
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
    set_certificate(
        parcel,
        CertificateState.IN_FORCE,
        CertificateState.REPLACED,
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )


def set_certificate(
    parcel: Parcel,
    old: CertificateState,
    new: CertificateState,
    *,
    act: Act,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> None:
    """The certificate is in that state where it was in the other one."""
    found = version_on(Certificate, parcel, on=valid_from)
    if found is not None and found.state == old:
        say_anew(
            model=Certificate,
            record=parcel,
            said={"state": new},
            act=act,
            valid_from=valid_from,
            basis=basis,
            actor=actor,
            at=at,
        )


def total(areas: Sequence[Decimal]) -> Decimal:
    """Their sum."""
    return sum(areas, Decimal())
