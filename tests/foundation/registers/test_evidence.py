"""What a register says is not asked again, is kept with proof, and is looked at again once corrected."""

from datetime import date, datetime

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import end_reexamination, take_evidence
from nentang.foundation.registers.adapters.seal import is_signed
from nentang.foundation.registers.errors import ReasonMissing
from nentang.foundation.registers.models import Evidence, Reexamination
from nentang.foundation.registers.public import Act, evidence_for, proof_of
from nentang.foundation.registers.rules.evidence import SIGNED, signed_text
from nentang.government.population.actions import write_identity
from nentang.government.population.models import Citizen
from nentang.government.population.registry import CITIZENS
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

pytestmark = pytest.mark.django_db
TODAY = date(2020, 12, 7)


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@pytest.fixture
def citizen(commune: Commune, at: datetime) -> Citizen:
    return make_citizen(commune=commune, at=at)


def take_names(
    citizen: Citizen, commune: Commune, at: datetime, subject: str = "dossier:1"
) -> None:
    """Name and birthday, used by the neighbouring commune."""
    names = ("full_name", "birth_on")
    proofs = [proof_of(CITIZENS, citizen, "identity", name, on=TODAY) for name in names]
    take_evidence(
        proofs=[proof for proof in proofs if proof],
        subject=subject,
        title="Đăng ký khai sinh H42-1",
        organization_id=commune.neighbour.pk,
        actor=SYSTEM,
        at=at,
    )


def test_evidence_is_kept_once_signed_and_seen_by_the_person(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    take_names(citizen, commune, at)
    take_names(citizen, commune, at)

    rows = evidence_for("dossier:1")
    assert [(row.field, row.shown) for row in rows] == [
        ("full_name", "Lê Thị Mẫu"),
        ("birth_on", "05/09/1987"),
    ]
    text = signed_text({name: getattr(rows[0], name) for name in SIGNED})
    assert is_signed(text, rows[0].signature)
    assert not is_signed(text.replace("Mẫu".encode(), "Mậu".encode()), rows[0].signature)
    assert not is_signed(text, "nonsense")
    purposes = [look.purpose for look in looks_at_person(citizen.person_id, limit=10)]
    assert purposes == ["Lấy sẵn thay cho khai lại: Đăng ký khai sinh H42-1"]


def test_a_signature_holds_for_the_row_as_it_was_stored(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    take_names(citizen, commune, at)
    stored = Evidence.objects.first()
    assert stored is not None
    text = signed_text({name: getattr(stored, name) for name in SIGNED})
    assert is_signed(text, stored.signature)


def test_a_correction_has_those_look_again_who_used_the_old_value(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    take_names(citizen, commune, at)
    _correct(citizen, commune, at, birth_on=date(1987, 9, 6))
    run_until_quiet(at=at)

    examined = Reexamination.objects.get()
    assert examined.case.holder_id == commune.neighbour.pk
    touched = examined.touched.get()
    assert (touched.evidence.field, touched.evidence.shown) == ("birth_on", "05/09/1987")
    assert touched.now_shown == "06/09/1987"


def test_a_correction_of_what_nobody_used_troubles_nobody(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    take_names(citizen, commune, at)
    _correct(citizen, commune, at, ethnicity="Tày")
    run_until_quiet(at=at)

    assert not Reexamination.objects.exists()


def test_a_change_from_today_on_troubles_nobody(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    take_names(citizen, commune, at)
    write_identity(
        citizen=citizen,
        said={"full_name": "Lê Thị Nháp"},
        act=Act.CHANGE,
        valid_from=date(2020, 12, 8),
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )
    run_until_quiet(at=at)

    assert not Reexamination.objects.exists()


def test_a_reexamination_ends_with_a_reason(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    take_names(citizen, commune, at)
    _correct(citizen, commune, at, birth_on=date(1987, 9, 6))
    run_until_quiet(at=at)
    examined = Reexamination.objects.get()
    with pytest.raises(ReasonMissing):
        end_reexamination(examined=examined, step="keep", outcome="", actor=commune.stranger, at=at)
    end_reexamination(
        examined=examined, step="keep", outcome="Không ảnh hưởng", actor=commune.stranger, at=at
    )

    examined.case.refresh_from_db()
    assert examined.case.state == "stands"


def _correct(citizen: Citizen, commune: Commune, at: datetime, **said: object) -> None:
    write_identity(
        citizen=citizen,
        said=said,
        act=Act.CORRECTION,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )
