"""Two nodes talk over real TLS: what is granted comes through, signed and logged on both sides."""

import json
from pathlib import Path

from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.chain import handed_files, read_handed, read_lines

from .network import ASKER, CONFIRM, FILES, LONG, NUMBER, PEOPLE, Running, with_network


def test_a_system_gets_the_granted_fields_and_no_others(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        reply = await running.ask(CONFIRM, f"?number={NUMBER}")
        assert reply.status == 200
        assert json.loads(reply.body) == {"name": "Lê Thị Mẫu", "address": {"province": "01"}}
        assert reply.headers[say.GRANT] == "GR-1"

    network = with_network(tmp_path, test)

    seen = network.asked[0]
    assert seen[say.CLIENT] == ASKER
    assert seen[say.MATTER] == "H29.1-201207-0001"
    assert seen["target"] == f"/confirm?number={NUMBER}"


def test_rows_outside_the_grant_stay_where_they_are(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        asked = json.dumps({"numbers": [NUMBER]}).encode()
        reply = await running.ask(PEOPLE, method="POST", body=asked)
        assert json.loads(reply.body) == {"next": None, "items": [{"name": "Lê Thị Mẫu"}]}

    with_network(tmp_path, test)


def test_both_sides_log_the_same_exchange_and_no_personal_number(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        await running.ask(CONFIRM, f"?number={NUMBER}")

    with_network(tmp_path, test)

    called, served = (next(read_lines(tmp_path / f"log-{each}")).entry for each in ("H29", "G01"))
    assert (called.side, served.side) == ("call", "serve")
    assert called.request == served.request
    assert called.answer == served.answer
    assert served.grant == called.grant == "GR-1"
    for log in tmp_path.glob("log-*/exchange-*.log"):
        assert NUMBER not in log.read_text()


def test_who_was_meant_is_handed_to_the_worker_with_the_salt_of_the_hash(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        await running.ask(CONFIRM, f"?number={NUMBER}")

    with_network(tmp_path, test)

    (file,) = handed_files(tmp_path / "log-G01")
    (handed,) = read_handed(file)
    assert [each.number for each in handed.people] == [NUMBER]
    assert handed.entry.people == (handed.people[0].hashed,)


def test_long_bodies_stream_both_ways(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        up = await running.ask(FILES, "/in", method="POST", body=b"y" * LONG)
        assert up.body == str(LONG).encode()
        down = await running.ask(FILES, "/long")
        assert down.body == b"x" * LONG

    with_network(tmp_path, test)

    entries = [line.entry for line in read_lines(tmp_path / "log-H29")]
    assert [each.outcome for each in entries] == ["ok", "ok"]


def test_a_system_may_sign_by_itself_and_check_the_answer(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        target = f"/r1/{CONFIRM}?number={NUMBER}"
        headers = running.signed(target)
        reply = await running.direct(target, headers)
        assert reply.status == 200
        assert reply.headers[say.DIGEST] == say.digest_of(reply.body)
        statement = say.answer_statement(
            status=200,
            content_type=reply.headers["content-type"],
            grant="GR-1",
            time=reply.headers[say.TIME],
            digest=reply.headers[say.DIGEST],
            request=say.request_statement("GET", target, headers),
        )
        desk = running.holder.desk
        key = reply.headers[say.KEY]
        assert desk.gate.verifier.fits(
            key, desk.present().keys[key], reply.headers[say.SIGNATURE], statement
        )

    with_network(tmp_path, test)


def test_signatures_in_batches_hold_too(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        import asyncio

        replies = await asyncio.gather(
            *(running.ask(CONFIRM, f"?number={NUMBER}") for _ in range(20))
        )
        assert {reply.status for reply in replies} == {200}, replies[0].body

    with_network(tmp_path, test, signs_in_batches=True)

    entries = [line.entry for line in read_lines(tmp_path / "log-G01")]
    assert len(entries) == 20
    assert any(each.answer.signature.startswith("batch:") for each in entries if each.answer)
