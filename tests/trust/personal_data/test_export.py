"""What is held about a person reaches that person, all of it, and nobody else."""

import json
import tracemalloc
from datetime import datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.conf import settings
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.foundation.audit.models import Record
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.public import start_draft
from nentang.foundation.identity.models import Person
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.catalogue.public import bundle_on
from nentang.government.services.actions import open_dossier, receive_dossier
from nentang.government.services.enums import Channel
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.actions import (
    ask_export,
    drop_expired_exports,
    prepare_export,
    take_export,
)
from nentang.trust.personal_data.adapters.package import path_of
from nentang.trust.personal_data.errors import ExportNotFound, InOwnNameOnly
from nentang.trust.personal_data.models import Export
from tests.government.services.factories import (
    PIXEL,
    Office,
    make_applicant,
    make_dossier,
    make_office,
)

pytestmark = pytest.mark.django_db


def exported(actor: Actor, at: datetime) -> ZipFile:
    """The archive that the actor gets."""
    export = ask_export(actor=actor, at=at)
    prepare_export(export_id=export.pk, at=at)
    with take_export(public_id=export.public_id, actor=actor, at=at) as content:
        return ZipFile(BytesIO(content.read()))


def held(archive: ZipFile) -> dict[str, list[dict[str, object]]]:
    parts = json.loads(archive.read("du-lieu.json"))["held"]
    return {label: part["rows"] for label, part in parts.items()}


def test_a_mother_gets_all_that_she_typed_and_sent(at: datetime) -> None:
    office = make_office(at=at)
    mother = make_applicant(at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    receive_dossier(code=dossier.code, actor=office.clerk, at=at)
    run_until_quiet(at=at + timedelta(minutes=1))

    archive = exported(mother, at + timedelta(minutes=2))
    rows = held(archive)
    page = archive.read("doc-truoc.html").decode()

    assert rows["identity.Person"][0]["full_name"] == mother.name
    answers = rows["services.Dossier"][0]["answers"]
    assert answers["child_name"] == "Lê An Nháp"  # type: ignore[index]
    assert [row["case.code"] for row in rows["casework.TimelineEntry"]] == [dossier.code] * 3
    assert rows["notifications.Message"]
    assert "Lê An Nháp" in page
    assert "Hồ sơ" in page
    sent = [name for name in archive.namelist() if name.startswith("tep-da-gui/")]
    assert [archive.read(name) for name in sent] == [PIXEL]
    assert [name for name in archive.namelist() if name.startswith("giay-to-da-cap/")]


def test_the_export_names_nobody_else(at: datetime) -> None:
    office = make_office(at=at)
    mother, other = make_applicant(at=at), _neighbour(at, office)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    for who in (office.clerk, office.leader):
        open_dossier(code=dossier.code, actor=who, at=at)
    receive_dossier(code=dossier.code, actor=office.clerk, at=at)

    archive = exported(mother, at)
    texts = "".join(archive.read(name).decode() for name in ("du-lieu.json", "doc-truoc.html"))

    assert held(archive)["audit.Record"]
    assert "Vũ Văn Kín Đáo" in _texts(exported(other, at))
    assert "Vũ Văn Kín Đáo" not in texts
    assert "Cán Bộ Mẫu" not in texts


def test_what_a_clerk_takes_in_at_the_counter_is_the_mothers(at: datetime) -> None:
    office = make_office(at=at)
    mother = make_applicant(at=at)
    make_dossier(
        office=office,
        applicant=office.clerk,
        at=at,
        channel=Channel.COUNTER,
        person_id=mother.person_id,
    )
    start_draft(
        form=bundle_on("1.001193", legal_day(at)).form,
        subject_key="thử",
        person_id=mother.person_id or 0,
        actor=office.clerk,
        at=at,
    )
    store_file(content=PIXEL, filename="moi-quet.png", actor=office.clerk, at=at)

    of_clerk, of_mother = exported(office.clerk, at), exported(mother, at)

    assert not held(of_clerk)["forms.Draft"]
    assert not held(of_clerk)["documents.StoredFile"]
    assert "Lê An Nháp" not in _texts(of_clerk)
    assert len(held(of_mother)["forms.Draft"]) == 1
    sent = [name for name in of_mother.namelist() if name.startswith("tep-da-gui/")]
    assert [name.rpartition("/")[2].partition("-")[2] for name in sent] == ["chung-sinh.png"]


def _texts(archive: ZipFile) -> str:
    return "".join(archive.read(name).decode() for name in ("du-lieu.json", "doc-truoc.html"))


def _neighbour(at: datetime, office: Office) -> Actor:
    other = make_applicant(at=at)
    Person.objects.filter(pk=other.person_id).update(full_name="Vũ Văn Kín Đáo")
    for officer in (office.clerk, office.leader):
        Person.objects.filter(account=officer.account_id).update(full_name="Cán Bộ Mẫu")
    make_dossier(office=office, applicant=other, at=at)
    return other


def test_only_the_person_may_take_it_and_only_for_a_week(at: datetime) -> None:
    mother, other = make_applicant(at=at), make_applicant(at=at)
    export = ask_export(actor=mother, at=at)
    with pytest.raises(ExportNotFound):
        take_export(public_id=export.public_id, actor=mother, at=at)
    prepare_export(export_id=export.pk, at=at)

    with pytest.raises(ExportNotFound):
        take_export(public_id=export.public_id, actor=other, at=at)
    with pytest.raises(ExportNotFound):
        take_export(public_id=export.public_id, actor=mother, at=at + timedelta(days=7))
    take_export(public_id=export.public_id, actor=mother, at=at + timedelta(days=6)).close()

    assert drop_expired_exports(at=at + timedelta(days=6)) == 0
    assert path_of(export.public_id).exists()
    assert drop_expired_exports(at=at + timedelta(days=7)) == 1
    assert not path_of(export.public_id).exists()


def test_who_acts_for_somebody_else_gets_nothing(at: datetime) -> None:
    mother = make_applicant(at=at)
    agent = replace(mother, mandate_id=1, principal_person_id=mother.person_id)

    with pytest.raises(InOwnNameOnly):
        ask_export(actor=agent, at=at)


def test_asking_twice_gives_one_export_and_every_step_is_written_down(at: datetime) -> None:
    mother = make_applicant(at=at)

    export = ask_export(actor=mother, at=at)
    assert ask_export(actor=mother, at=at) == export
    assert prepare_export(export_id=export.pk, at=at)
    assert prepare_export(export_id=export.pk, at=at) is None
    assert ask_export(actor=mother, at=at + timedelta(hours=23)).pk == export.pk
    assert ask_export(actor=mother, at=at + timedelta(hours=25)).pk != export.pk

    acts = Record.objects.filter(subject=f"export:{export.pk}").order_by("pk")
    assert [act.action for act in acts] == [
        "personal_data.ask_export",
        "personal_data.prepare_export",
    ]
    assert Message.objects.get(person=mother.person_id).template == "personal_data.export_ready"


def test_nothing_half_made_stays_beside_the_archive(
    at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = make_applicant(at=at)
    export = ask_export(actor=mother, at=at)

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("nentang.trust.personal_data.adapters.package._tell", killed)
        with pytest.raises(KeyboardInterrupt):
            prepare_export(export_id=export.pk, at=at)

    assert not list(settings.EXPORTS_FOLDER.glob(f"*{export.public_id}*"))
    assert prepare_export(export_id=export.pk, at=at)
    assert Export.objects.get(pk=export.pk).state == "ready"


def test_memory_does_not_grow_with_what_is_held(at: datetime) -> None:
    mother = make_applicant(at=at)
    Message.objects.bulk_create(
        Message(
            person_id=mother.person_id,
            template="x",
            language="vi",
            title="x",
            body="y" * 900,
            created_at=at,
        )
        for _ in range(3000)
    )
    head, tail = PIXEL[:33], PIXEL[33:]
    big = head + b"\0" * 9_000_000 + tail
    for number in range(3):
        store_file(content=big, filename=f"anh-{number}.png", actor=mother, at=at)
    assert StoredFile.objects.filter(owner_person=mother.person_id).count() == 3
    export = ask_export(actor=mother, at=at)
    tracemalloc.start()
    try:
        prepare_export(export_id=export.pk, at=at)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 6_000_000
