"""A body with two stewards, and a dataset of runs of no importance, made by the real actions."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import actor_for_account, appoint_officer
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import compute_indicators
from nentang.measure.open_data import registry
from nentang.measure.open_data.actions import prepare_release, publish_release, take_on_dataset
from nentang.measure.open_data.enums import Kind
from nentang.measure.open_data.models import Dataset, Release
from nentang.measure.open_data.registry import (
    STEWARD,
    Declaration,
    Division,
    FactSource,
    declare_dataset,
)
from tests.foundation.identity.factories import make_account, make_body
from tests.measure.factories import RUN_FINISHED, a_run

RUNS = Declaration(
    code="chuyen-xe",
    title=("Chuyến xe", "Runs"),
    text=(
        "Chuyến xe chạy xong, theo tháng, tỉnh và đúng giờ.",
        "Runs by month, province, in time.",
    ),
    theme="TRAN",
    divisions=(
        Division("month", ("Tháng", "Month"), Kind.MONTH),
        Division("province", ("Tỉnh, thành", "Province"), Kind.PROVINCE),
        Division(
            "on_time",
            ("Đúng giờ", "On time"),
            Kind.CATEGORY,
            "on_time",
            {"yes": ("Đúng giờ", "On time"), "no": ("Trễ", "Late")},
        ),
    ),
    source=FactSource(RUN_FINISHED.name),
    counted=("Số chuyến", "Runs"),
    keywords=(("giao thông", "transport"),),
)


class Keepers(Frozen):
    """The body that keeps the data, who prepares and who publishes."""

    body: Organization
    writer: Actor
    approver: Actor


@contextmanager
def known_dataset(declaration: Declaration = RUNS) -> Iterator[None]:
    """Let the dataset be known for a while."""
    before = dict(registry._declared)
    declare_dataset(declaration)
    try:
        yield
    finally:
        registry._declared.clear()
        registry._declared.update(before)


def make_officer(body: Organization, *roles: str, at: datetime) -> Actor:
    """An officer with the roles in the body."""
    account = make_account(at=at, assurance=2)
    for role in roles:
        appoint_officer(
            account_id=account.pk,
            organization_id=body.pk,
            role=role,
            valid_from=legal_day(at),
            actor=SYSTEM,
            at=at,
        )
    return actor_for_account(account.pk, at=at)


def make_keepers(*, at: datetime) -> Keepers:
    """A body with two stewards."""
    body = make_body(at=at)
    return Keepers(body, make_officer(body, STEWARD, at=at), make_officer(body, STEWARD, at=at))


def run_many(counts: Mapping[tuple[str, bool], int], *, at: datetime) -> None:
    """So many runs in each unit, on time or not."""
    for (unit, on_time), number in counts.items():
        for _ in range(number):
            a_run(at=at, unit_code=unit, on_time=on_time)


def take_on(keepers: Keepers, *, at: datetime, code: str = RUNS.code) -> Dataset:
    """The body takes the dataset on, to be renewed each month."""
    return take_on_dataset(
        code=code,
        organization_id=keepers.body.pk,
        classification="open",
        frequency="monthly",
        licence="nd47",
        actor=keepers.writer,
        at=at,
    )


def prepared(keepers: Keepers, *, at: datetime, code: str = RUNS.code) -> Release:
    """A version that waits."""
    compute_indicators(actor=SYSTEM, at=at)
    return prepare_release(code=code, actor=keepers.writer, at=at)


def published(keepers: Keepers, *, at: datetime, code: str = RUNS.code) -> Release:
    """A version that is open."""
    release = prepared(keepers, at=at, code=code)
    return publish_release(release_id=release.pk, actor=keepers.approver, at=at)
