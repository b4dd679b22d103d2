"""From taking a dataset on to what everybody can download; four eyes, versions, what is refused."""

import csv
import io
from datetime import datetime, timedelta
from hashlib import sha256

import pyarrow.parquet as pq
import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.models import Fact
from nentang.kernel import clock
from nentang.measure.open_data.actions import (
    classify_dataset,
    prepare_release,
    publish_release,
    set_aside_release,
    warn_of_stale_datasets,
)
from nentang.measure.open_data.errors import (
    AlreadyTakenOn,
    FourEyes,
    NothingToCount,
    NotOpen,
    NotYourDataset,
    PublishedMeanwhile,
    ReleaseNotOpen,
    VersionWaits,
)
from nentang.measure.open_data.models import Dataset, Release, ReleaseFile
from tests.measure.factories import in_month, make_country

from .factories import Keepers, make_keepers, prepared, published, run_many, take_on

pytestmark = pytest.mark.django_db
RUNS = {("98001", True): 30, ("98001", False): 3, ("99002", True): 20, ("99002", False): 9}
NOVEMBER, DECEMBER = in_month(2020, 11), in_month(2020, 12)


@pytest.fixture
def keepers(at: datetime) -> Keepers:
    make_country()
    run_many(RUNS, at=in_month(2020, 10))
    found = make_keepers(at=at)
    take_on(found, at=at)
    clock.use(lambda: DECEMBER)
    return found


def test_a_published_version_is_downloaded_byte_for_byte(keepers: Keepers, client: Client) -> None:
    release = published(keepers, at=NOVEMBER)

    for file in release.files.all():
        answer = client.get(f"/du-lieu-mo/bo/chuyen-xe/ban/1/tai/{file.format}/")
        content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        assert sha256(content).hexdigest() == file.digest
        assert len(content) == file.size == int(answer["Content-Length"])


def test_the_files_say_the_same(keepers: Keepers) -> None:
    release = published(keepers, at=NOVEMBER)
    files = {each.format: bytes(each.content) for each in release.files.all()}

    of_csv = list(csv.DictReader(io.StringIO(files["csv"].decode())))
    of_parquet = pq.read_table(io.BytesIO(files["parquet"])).to_pylist()

    as_text = [{k: "" if v is None else str(v) for k, v in row.items()} for row in of_parquet]
    assert of_csv == as_text
    assert {row["count"] for row in of_csv if row["province"] == "*" and row["on_time"] == "*"} == {
        "62"
    }


def test_a_small_group_and_its_partner_are_hidden_in_every_file(keepers: Keepers) -> None:
    release = published(keepers, at=NOVEMBER)
    table = csv.DictReader(io.StringIO(bytes(release.files.get(format="csv").content).decode()))

    hidden = {(row["province"], row["on_time"]) for row in table if row["status"] == "hidden"}

    assert ("98", "no") in hidden
    assert len(hidden) == 4  # a square: rows and columns still add up


def test_nobody_publishes_what_they_prepared(keepers: Keepers) -> None:
    release = prepared(keepers, at=NOVEMBER)

    with pytest.raises(FourEyes):
        publish_release(release_id=release.pk, actor=keepers.writer, at=NOVEMBER)


def test_officers_of_elsewhere_neither_prepare_nor_publish(keepers: Keepers, at: datetime) -> None:
    release = prepared(keepers, at=NOVEMBER)
    stranger = make_keepers(at=at).writer

    with pytest.raises(NotYourDataset):
        prepare_release(code="chuyen-xe", actor=stranger, at=NOVEMBER)
    with pytest.raises(NotYourDataset):
        publish_release(release_id=release.pk, actor=stranger, at=NOVEMBER)
    with pytest.raises(NotYourDataset):
        set_aside_release(release_id=release.pk, reason="không", actor=stranger, at=NOVEMBER)


def test_one_version_waits_at_a_time_and_is_decided_once(keepers: Keepers) -> None:
    release = prepared(keepers, at=NOVEMBER)

    with pytest.raises(VersionWaits):
        prepared(keepers, at=NOVEMBER)
    publish_release(release_id=release.pk, actor=keepers.approver, at=NOVEMBER)
    with pytest.raises((ReleaseNotOpen, PublishedMeanwhile)):
        publish_release(release_id=release.pk, actor=keepers.approver, at=NOVEMBER)


def test_a_version_is_never_changed(keepers: Keepers) -> None:
    release = published(keepers, at=NOVEMBER)

    with pytest.raises(DatabaseError), transaction.atomic():
        ReleaseFile.objects.filter(release=release).update(content=b"")
    with pytest.raises(DatabaseError), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(digest="0")


def test_what_is_not_open_is_neither_prepared_nor_shown(keepers: Keepers, client: Client) -> None:
    published(keepers, at=NOVEMBER)
    classify_dataset(
        code="chuyen-xe",
        classification="limited",
        reason="xem lại",
        actor=keepers.writer,
        at=NOVEMBER,
    )

    with pytest.raises(NotOpen):
        prepared(keepers, at=DECEMBER)
    assert client.get("/du-lieu-mo/bo/chuyen-xe/").status_code == 404
    assert client.get("/du-lieu-mo/bo/chuyen-xe/ban/1/tai/csv/").status_code == 404
    assert client.get("/api/v1/open-data/datasets/chuyen-xe/query").status_code == 404


def test_a_version_that_waits_is_not_shown(keepers: Keepers, client: Client) -> None:
    prepared(keepers, at=NOVEMBER)

    assert client.get("/du-lieu-mo/bo/chuyen-xe/").status_code == 404
    assert client.get("/du-lieu-mo/bo/chuyen-xe/ban/1/").status_code == 404
    assert "chuyen-xe" not in client.get("/du-lieu-mo/").content.decode()


def test_the_same_dataset_is_not_taken_on_twice(keepers: Keepers, at: datetime) -> None:
    with pytest.raises(AlreadyTakenOn):
        take_on(make_keepers(at=at), at=at)


def test_what_nobody_counted_yet_is_not_published(keepers: Keepers) -> None:
    with pytest.raises(NothingToCount):
        prepared(keepers, at=in_month(2020, 10))  # the month is not over


def test_a_late_dataset_is_told_and_counted_once(keepers: Keepers) -> None:
    published(keepers, at=NOVEMBER)
    due = Dataset.objects.get().next_on
    late = NOVEMBER + timedelta(days=(due - NOVEMBER.date()).days + 2)

    told = [warn_of_stale_datasets(actor=SYSTEM, at=late) for _ in range(2)]

    assert told == [1, 0]
    assert Fact.objects.filter(kind="open_data.dataset_overdue").count() == 1


def test_differences_between_versions_are_shown_row_by_row(
    keepers: Keepers, client: Client
) -> None:
    published(keepers, at=NOVEMBER)
    run_many({("99002", True): 7}, at=in_month(2020, 10))
    run_many({("98001", True): 11}, at=in_month(2020, 11))
    published(keepers, at=DECEMBER)

    found = client.get("/api/v1/open-data/datasets/chuyen-xe/changes?before=1&after=2").json()

    by_key = {tuple(each["key"]): each for each in found["changes"]}
    assert by_key["2020-10", "*", "*"] | {} == {
        "what": "changed",
        "key": ["2020-10", "*", "*"],
        "before": 62,
        "after": 69,
    }
    assert by_key["2020-11", "98", "*"]["what"] == "added"
    page = client.get("/du-lieu-mo/bo/chuyen-xe/ban/2/").content.decode()
    assert "sửa" in page
