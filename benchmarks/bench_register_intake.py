"""People of invented villages taken into the registers against a bare COPY of the very same rows.

What is taken in is text, as a file has it: read, checked, its people found or made, its households founded,
written down for each person in the audit. Generating the villages is not measured, nor the search for doubles
that the worker does afterwards; numbers given out are not copied by the peer. PostgreSQL only.
"""

import statistics
from datetime import UTC, date, datetime

from benchmarks.database import ON_POSTGRESQL, prepare

prepare()

from benchmarks.bare_copy import (  # noqa: E402
    backend,
    bare_tables,
    copy_bare,
    counts,
    measured,
    new_rows,
)
from benchmarks.harness import ROUNDS, Slice, conclude, tell  # noqa: E402
from nentang.agreements.actor import SYSTEM  # noqa: E402
from nentang.config.synth.files import columns_of  # noqa: E402
from nentang.config.synth.filling import body_of  # noqa: E402
from nentang.config.synth.numbers import Numbers  # noqa: E402
from nentang.config.synth.registered import Place  # noqa: E402
from nentang.config.synth.telling import tell_places  # noqa: E402
from nentang.foundation.audit.models import Record  # noqa: E402
from nentang.foundation.facts.models import Fact  # noqa: E402
from nentang.foundation.identity.models import Person  # noqa: E402
from nentang.foundation.organizations.public import (  # noqa: E402
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.registers.public import Row, take_in_table  # noqa: E402
from nentang.government.population.models import (  # noqa: E402
    Citizen,
    CivilIdentity,
    Household,
    HouseholdHome,
    LifeStatus,
    PermanentResidence,
)
from tests.foundation.organizations.factories import make_unit  # noqa: E402

AT, TODAY, SINCE = datetime(2021, 3, 1, 2, 0, tzinfo=UTC), date(2021, 3, 1), date(2010, 1, 1)
PEOPLE = 8000
TABLES = [
    model._meta.db_table
    for model in (
        *(Person, Citizen, CivilIdentity, LifeStatus, PermanentResidence),
        *(Household, HouseholdHome, Fact, Record),
    )
]


def villages() -> list[tuple[Place, list[Row]]]:
    """One for each slice, ready as text."""
    names = columns_of("population")
    places = [
        Place(f"{83_000 + number}", f"Xã {number}", SINCE, "83") for number in range(ROUNDS + 1)
    ]
    told = tell_places(places, people=PEOPLE * len(places), numbers=Numbers(1), today=TODAY, seed=1)
    found = []
    for place, each in told:
        rows = next(rows for table, rows in each.tables() if table == "population")
        lines = [
            Row(number, {name: row.get(name, "") for name in names})
            for number, row in enumerate(rows, 1)
        ]
        found.append((place, lines))
    return found


def make_places(places: list[Place]) -> dict[str, int]:
    """The communes of one province with their committees, by code of the commune."""
    province = make_unit("83", "Tỉnh Mẫu")
    create_organization(
        name="Ủy ban nhân dân tỉnh Mẫu", kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.PROVINCE, code="H07", unit_code="83", valid_from=SINCE, actor=SYSTEM, at=AT,
    )  # fmt: skip
    for place in places:
        make_unit(place.code, place.name, parent=province)
    return {
        place.code: body_of(place, TODAY, at=AT, code=f"H07.{500 + number}")
        for number, place in enumerate(places)
    }


def main() -> None:
    if not ON_POSTGRESQL:
        print("register_intake: needs PostgreSQL (DATABASE_URL)")
        return
    told = villages()
    bodies = make_places([place for place, _ in told])

    def take(number: int) -> int:
        place, rows = told[number]
        refused = take_in_table(
            register="population",
            rows=rows,
            source=f"bench/{number}",
            organization_id=bodies[place.code],
            actor=SYSTEM,
            at=AT,
        )
        assert not list(refused)
        return len(rows)

    take(0)
    bare_tables(TABLES)
    pairs: list[tuple[Slice, Slice]] = []
    used: list[float] = []
    server = backend()
    for number in range(1, ROUNDS + 1):
        mine, my_cpu = measured(lambda number=number: take(number), server)
        dumps = new_rows(TABLES)
        theirs, their_cpu = measured(
            lambda dumps=dumps, count=mine.operations: copy_bare(dumps, count), server
        )
        pairs.append((mine, theirs))
        used.append(their_cpu / my_cpu)
        print(
            f"  CPU each: ours {1e6 * my_cpu / mine.operations:,.0f} µs, bare {1e6 * their_cpu / mine.operations:,.0f} µs"
        )
    rows = counts("public", TABLES)
    assert rows == counts("bare", TABLES), (rows, counts("bare", TABLES))
    print(f"{dict(zip(TABLES, rows, strict=True))}")
    cpu = f"{statistics.median(used):.2f} ({min(used):.2f} … {max(used):.2f})"
    print(f"CPU of client and server, bare COPY's of ours: {cpu}")
    conclude(
        "register_intake",
        tell("register_intake", pairs, peer_name="bare COPY"),
        0.5,
        better="higher",
    )


if __name__ == "__main__":
    main()
