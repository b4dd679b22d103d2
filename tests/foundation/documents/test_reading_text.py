"""Text in photographs, read by a real program that may be slow, loud or wrong."""

import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.foundation.documents.actions import ask_for_text, read_texts
from nentang.foundation.documents.adapters.text_reader import CommandReader
from nentang.foundation.documents.errors import FileNotFound, NoTextReader, TextUnreadable
from nentang.foundation.documents.models import TextReading
from nentang.foundation.documents.public import drop_unnamed_files, store_file
from nentang.foundation.documents.rules.read_text import MOST_LINES, lines_of
from tests.foundation.outbox.workers import KilledAt, end_of, fork, shared_database
from tests.government.services.factories import PIXEL, make_applicant

HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
TABLE = "\n".join(
    [
        HEAD,
        "1\t1\t0\t0\t0\t0\t0\t0\t900\t600\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96\tHọ",
        "5\t1\t1\t1\t1\t2\t55\t18\t45\t14\t96\ttên:",
        "5\t1\t1\t1\t1\t3\t105\t20\t60\t12\t91\tLê An",
        "5\t1\t1\t1\t2\t1\t10\t50\t80\t12\t90\tNữ",
    ]
)


def program(folder: Path, body: str) -> str:
    """A reader: a small script, as an installation would name it."""
    script = folder / "reader.py"
    script.write_text(f"import os, sys, time\n{body}\n", "utf-8")
    return f"{sys.executable} {script}"


def says(text: str) -> str:
    return f"sys.stdin.buffer.read(); sys.stdout.buffer.write({text.encode()!r})"


def test_words_become_lines_with_their_places() -> None:
    first, second = lines_of(TABLE)

    assert (first.text, second.text) == ("Họ tên: Lê An", "Nữ")
    assert (first.left, first.top, first.width, first.height) == (10, 18, 155, 14)


@given(st.text(max_size=300))
def test_whatever_a_program_says_is_lines_or_refused(said: str) -> None:
    for text in (said, f"{HEAD}\n{said}"):
        try:
            assert len(lines_of(text)) <= MOST_LINES
        except (ValueError, TypeError):
            continue


def test_a_program_reads_what_it_is_given(tmp_path: Path) -> None:
    echo = f"got = len(sys.stdin.buffer.read()); print({HEAD!r}); print('5', 1, 1, 1, 1, 1, 0, 0, 1, 1, 9, got, sep='\\t')"
    lines = CommandReader(program(tmp_path, echo)).read(PIXEL, "image/png")

    assert [each.text for each in lines] == [str(len(PIXEL))]


@pytest.mark.parametrize(
    "body",
    [
        "time.sleep(600)",
        "sys.stdout.write('x' * 100_000_000)",
        "sys.exit(3)",
        "print('no table')",
        "os.close(1); time.sleep(600)",
        "print(chr(9).join(['page_num', 'line_num', 'left', 'top', 'width', 'height', 'text'])); print(chr(9).join(['a'] * 7))",
    ],
    ids=["slow", "loud", "fails", "no table", "silent but alive", "no numbers"],
)
def test_a_program_that_misbehaves_is_ended_and_refused(tmp_path: Path, body: str) -> None:
    reader = CommandReader(program(tmp_path, body), seconds=1.5, most_bytes=10_000)
    with pytest.raises(TextUnreadable):
        reader.read(PIXEL, "image/png")


def test_a_program_that_is_not_there_is_refused() -> None:
    with pytest.raises(TextUnreadable):
        CommandReader("/khong/co/that").read(PIXEL, "image/png")


def test_what_it_started_is_ended_too(tmp_path: Path) -> None:
    note = tmp_path / "con"
    body = f"pid = os.fork()\nif not pid:\n    open({str(note)!r}, 'w').write(str(os.getpid()))\n    time.sleep(600)\ntime.sleep(600)"
    with pytest.raises(TextUnreadable):
        CommandReader(program(tmp_path, body), seconds=3).read(PIXEL, "image/png")

    state = Path(f"/proc/{note.read_text()}/stat")
    for _attempt in range(100):  # it was told to end; a busy machine takes its time
        if not state.exists() or state.read_text().split()[2] in "ZX":
            return
        time.sleep(0.1)
    pytest.fail("it goes on")


def test_it_sees_nothing_of_the_machines_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NENTANG_SECRET_KEY", "bi-mat")
    body = f"print({HEAD!r}); print('5', 1, 1, 1, 1, 1, 0, 0, 1, 1, 9, 'NENTANG_SECRET_KEY' in os.environ, sep='\\t')"
    lines = CommandReader(program(tmp_path, body)).read(PIXEL, "image/png")

    assert [each.text for each in lines] == ["False"]


@pytest.mark.django_db
def test_without_a_program_nobody_can_ask(at: datetime) -> None:
    citizen = make_applicant(at=at)
    file = store_file(content=PIXEL, filename="giay.png", actor=citizen, at=at)
    with pytest.raises(NoTextReader):
        ask_for_text(file_id=file.pk, purpose="draft:1", actor=citizen, at=at)
    assert read_texts(at=at) == 0


@pytest.mark.django_db
def test_the_worker_reads_outside_of_any_transaction(
    at: datetime, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(TABLE))
    citizen = make_applicant(at=at)
    file = store_file(content=PIXEL, filename="giay.png", actor=citizen, at=at)
    asked = ask_for_text(file_id=file.pk, purpose="draft:1", actor=citizen, at=at)
    assert ask_for_text(file_id=file.pk, purpose="draft:1", actor=citizen, at=at).pk == asked.pk
    depth: list[int] = []
    own = CommandReader.read

    def read(self: CommandReader, content: bytes, media_type: str) -> object:
        depth.append(len(connection.savepoint_ids))
        return own(self, content, media_type)

    monkeypatch.setattr(CommandReader, "read", read)
    assert [read_texts(at=at), read_texts(at=at)] == [1, 0]
    asked.refresh_from_db()
    assert asked.state == "read"
    assert [each["text"] for each in asked.lines] == ["Họ tên: Lê An", "Nữ"]
    assert depth == [0]


@pytest.mark.django_db
def test_a_stranger_has_nobody_elses_paper_read(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(TABLE))
    file = store_file(content=PIXEL, filename="a.png", actor=make_applicant(at=at), at=at)
    with pytest.raises(FileNotFound):
        ask_for_text(file_id=file.pk, purpose="draft:1", actor=make_applicant(at=at), at=at)


@pytest.mark.django_db
def test_what_cannot_be_read_is_given_up(at: datetime, tmp_path: Path, settings: Settings) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, "sys.exit(1)")
    citizen = make_applicant(at=at)
    file = store_file(content=PIXEL, filename="giay.png", actor=citizen, at=at)
    asked = ask_for_text(file_id=file.pk, purpose="draft:1", actor=citizen, at=at)
    read_texts(at=at)
    asked.refresh_from_db()

    assert (asked.state, asked.lines) == ("failed", [])


@pytest.mark.django_db
def test_a_photograph_only_read_goes_with_unnamed_files(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(TABLE))
    citizen = make_applicant(at=at)
    file = store_file(content=PIXEL, filename="giay.png", actor=citizen, at=at)
    ask_for_text(file_id=file.pk, purpose="draft:1", actor=citizen, at=at)
    drop_unnamed_files(at=at + timedelta(days=400))

    assert not TextReading.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_reads_leaves_it_to_the_next(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(TABLE))
    citizen = make_applicant(at=at)
    file = store_file(content=PIXEL, filename="giay.png", actor=citizen, at=at)
    asked = ask_for_text(file_id=file.pk, purpose="draft:1", actor=citizen, at=at)

    def work() -> None:
        with connection.execute_wrapper(KilledAt(2, after=True)):
            read_texts(at=at)

    with shared_database(tmp_path):
        assert end_of(fork(work)) == -signal.SIGKILL
        assert read_texts(at=at + timedelta(seconds=30)) == 0
        assert read_texts(at=at + timedelta(minutes=3)) == 1
        asked.refresh_from_db()
        assert (asked.state, asked.tries) == ("read", 2)
