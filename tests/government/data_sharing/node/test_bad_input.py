"""Whatever is wrong with a call: problem+json, a lasting code, a sentence, and no data."""

import asyncio
import json
from pathlib import Path

import pytest

from nentang.government.data_sharing.node import refusals
from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.node import now_ms

from .network import (
    ASKER,
    CONFIRM,
    FILES,
    HOLDER,
    LONG,
    NUMBER,
    PEOPLE,
    Network,
    Reply,
    Running,
    raw,
    read_reply,
    with_network,
)

TARGET = f"/r1/{CONFIRM}?number={NUMBER}"


def refused(reply: Reply, code: str) -> None:
    """The answer is that refusal and nothing else."""
    known = refusals.ALL[code]
    said = json.loads(reply.body)
    assert (reply.status, said["code"]) == (known.status, known.code)
    assert reply.headers["content-type"] == "application/problem+json"
    assert said["detail"] == known.vi


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 garbage\r\n\r\n", "http_broken"),
        (b"GET / HTTP/9.9\r\n\r\n", "http_broken"),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", "http_broken"),
        (b"POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n", "http_broken"),
        (b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", "header_missing"),
        (
            b"POST / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
            "http_broken",
        ),
        (b"GET / HTTP/1.1\r\nexchange-time: 1\r\nexchange-time: 2\r\n\r\n", "http_broken"),
        (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n", "head_too_large"),
        (b"GET / HTTP/1.1\r\nx: " + b"a" * 20_000 + b"\r\n\r\n", "head_too_large"),
        (b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 200 + b"\r\n", "head_too_large"),
        (b"GET / HTTP/1.1\r\nx: " + b"a" * 200_000, "head_too_large"),
    ],
)
def test_what_is_no_http_is_refused_in_words(tmp_path: Path, data: bytes, code: str) -> None:
    async def test(running: Running) -> None:
        reply = await raw(running.holder.ports()[0], data, context=running.tls(ASKER))
        refused(reply, code)
        assert (await running.ask(CONFIRM, f"?number={NUMBER}")).status == 200

    with_network(tmp_path, test)


def test_a_certificate_is_asked_for(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        reply = await running.direct(TARGET, running.signed(TARGET), connected_as="")
        refused(reply, "certificate_missing")

    with_network(tmp_path, test)


def test_unknown_expired_early_and_revoked_certificates_are_told_apart(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network = running.network
        network.enrol("H30/unknown")
        network.enrol("H31/old", to_days=0)
        network.enrol("H32/early", from_days=2, to_days=9)
        network.enrol("H33/lost")
        more = [network.info("H31/old"), network.info("H32/early")]
        more.append(network.info("H33/lost", revoked=True))
        network.publish(certificates=(*network.content.certificates, *more))
        await running.holder._refresh()
        for name, code in (
            ("H30/unknown", "certificate_unknown"),
            ("H31/old", "certificate_expired"),
            ("H32/early", "certificate_not_yet"),
            ("H33/lost", "certificate_revoked"),
        ):
            headers = running.signed(TARGET)
            refused(await running.direct(TARGET, headers, connected_as=name), code)

    with_network(tmp_path, test)


def test_a_certificate_of_another_authority_does_not_even_connect(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    stranger = Network(tmp_path / "other")

    async def test(running: Running) -> None:
        context = running.tls("")
        context.load_cert_chain(*stranger.holders[ASKER].files)
        with pytest.raises((OSError, asyncio.IncompleteReadError)):
            await raw(running.holder.ports()[0], b"GET / HTTP/1.1\r\n\r\n", context=context)

    with_network(tmp_path, test)


def test_a_certificate_revoked_meanwhile_ends_an_open_connection_too(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        assert (await running.ask(CONFIRM, f"?number={NUMBER}")).status == 200
        network = running.network
        names = (ASKER, HOLDER, "G01")
        kept = tuple(network.info(name) for name in names)
        network.publish(certificates=(*kept, network.info("H29", revoked=True)))
        await running.holder._refresh()
        refused(await running.ask(CONFIRM, f"?number={NUMBER}"), "certificate_revoked")

    with_network(tmp_path, test)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"client": "X99/nobody"}, "client_unknown"),
        ({"client": HOLDER}, "not_your_client"),
        ({"purpose": "curiosity"}, "purpose_wrong"),
        ({"purpose": "a b"}, "header_missing"),
        ({"time": "yesterday"}, "time_unreadable"),
        ({"time": str(now_ms() - 3_600_000)}, "clock_behind"),
        ({"time": str(now_ms() + 3_600_000)}, "clock_ahead"),
        ({"nonce": "short"}, "header_missing"),
        ({"digest": "md5=abc"}, "header_missing"),
    ],
)
def test_a_signed_call_with_a_wrong_header_is_refused(
    tmp_path: Path, changed: dict[str, str], code: str
) -> None:
    async def test(running: Running) -> None:
        refused(await running.direct(TARGET, running.signed(TARGET, **changed)), code)

    network = with_network(tmp_path, test)

    assert not network.asked


def test_each_header_is_needed(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        for name in (say.CLIENT, say.PURPOSE, say.TIME, say.NONCE, say.DIGEST, say.KEY):
            headers = running.signed(TARGET)
            del headers[name]
            refused(await running.direct(TARGET, headers), "header_missing")

    with_network(tmp_path, test)


def test_every_signed_part_is_under_the_signature(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        for name, other in (
            (say.PURPOSE, "inspection"),
            (say.MATTER, "H29.1-201207-0002"),
            (say.USER, "somebody"),
            (say.TIME, str(now_ms() + 1)),
            (say.NONCE, "n" * 24),
            (say.DIGEST, say.digest_of(b"other")),
        ):
            headers = running.signed(TARGET) | {name: other}
            refused(await running.direct(TARGET, headers), "signature_wrong")
        elsewhere = TARGET.replace(NUMBER, "001190000025")
        refused(await running.direct(elsewhere, running.signed(TARGET)), "signature_wrong")

    with_network(tmp_path, test)


def test_nonsense_for_a_signature_is_a_wrong_signature(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        for value in ("!", "AAAA", "batch:", "batch:0::", "batch:x:y:z", "batch:-1:AA==:AA=="):
            headers = running.signed(TARGET) | {say.SIGNATURE: value}
            refused(await running.direct(TARGET, headers), "signature_wrong")

    with_network(tmp_path, test)


def test_the_same_call_twice_is_a_replay_even_after_a_restart(tmp_path: Path) -> None:
    kept: dict[str, str] = {}

    async def test(running: Running) -> None:
        kept.update(running.signed(TARGET))
        assert (await running.direct(TARGET, kept)).status == 200
        refused(await running.direct(TARGET, kept), "replayed")

    async def after_restart(running: Running) -> None:
        refused(await running.direct(TARGET, kept), "replayed")

    network = with_network(tmp_path, test)
    network.run(after_restart)


def test_a_body_other_than_the_signed_one_is_refused_short_or_long(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        target = f"/r1/{FILES}/in"
        for signed, sent in ((b"one", b"two"), (b"a" * LONG, b"b" * LONG)):
            headers = running.signed(target, method="POST", body=signed)
            reply = await running.direct(target, headers, method="POST", body=sent)
            refused(reply, "digest_wrong")

    network = with_network(tmp_path, test)

    assert not network.asked  # not even the long one was ever whole


def test_broken_json_and_a_call_about_nobody_are_refused(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        for body, code in (
            (b"{", "json_broken"),
            (b"[" * 100_000, "json_broken"),
            (b"{}", "subject_missing"),
            (b'{"numbers": ["123"]}', "subject_missing"),
        ):
            refused(await running.ask(PEOPLE, method="POST", body=body), code)
        refused(await running.ask(CONFIRM), "subject_missing")
        refused(
            await running.ask(CONFIRM, "?" + "&".join("a=1" for _ in range(900))), "subject_missing"
        )

    network = with_network(tmp_path, test)

    assert not network.asked


def test_a_body_that_breaks_off_in_the_middle_is_told_so(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        target = f"/r1/{FILES}/in"
        signed = running.signed(target, method="POST", body=b"whatever")
        lines = "".join(f"{name}: {value}\r\n" for name, value in signed.items())
        head = f"POST {target} HTTP/1.1\r\ntransfer-encoding: chunked\r\n{lines}\r\n".encode()
        data = head + b"3\r\nabc\r\nzz\r\n"
        reply = await raw(running.holder.ports()[0], data, context=running.tls(ASKER))
        refused(reply, "http_broken")

    network = with_network(tmp_path, test)

    assert not network.asked


def test_a_body_over_the_limit_is_refused(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        reply = await running.ask(FILES, "/in", method="POST", body=b"a" * LONG)
        refused(reply, "body_too_large")

    with_network(tmp_path, test, most_body=LONG - 1)


def test_what_was_not_granted_does_not_exist_or_is_refused(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network = running.network
        first = network.content.grants[0]
        from msgspec.structs import replace

        for grants, code in (
            ((), "grant_missing"),
            ((replace(first, is_revoked=True),), "grant_over"),
            ((replace(first, until_ms=now_ms() - 1),), "grant_over"),
            ((replace(first, from_ms=now_ms() + 60_000),), "grant_over"),
            ((replace(first, rows={"address.province": ("79",)}),), "row_not_granted"),
        ):
            network.publish(grants=grants)
            await running.holder._refresh()
            refused(await running.ask(CONFIRM, f"?number={NUMBER}"), code)
        for target in ("/r1/G01/none/x.v1", "/", "/r1/../G01", f"/r1/{CONFIRM}/../x"):
            refused(await running.direct(target, running.signed(target)), "service_unknown")
        headers = running.signed(TARGET, method="DELETE")
        refused(await running.direct(TARGET, headers, method="DELETE"), "method_not_granted")

    with_network(tmp_path, test)


def test_more_calls_than_granted_wait(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        from msgspec.structs import replace

        network = running.network
        network.publish(grants=(replace(network.content.grants[0], rate_per_minute=2),))
        await running.holder._refresh()
        replies = [await running.ask(CONFIRM, f"?number={NUMBER}") for _ in range(3)]
        assert [each.status for each in replies] == [200, 200, 429]
        refused(replies[2], "too_often")
        direct = await running.direct(TARGET, running.signed(TARGET))
        assert int(direct.headers["retry-after"]) > 0

    with_network(tmp_path, test)


def test_an_answer_that_cannot_be_filtered_does_not_leave(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        reply = await running.ask(CONFIRM, f"/broken?number={NUMBER}")
        refused(reply, "answer_unreadable")

    with_network(tmp_path, test)


def test_a_register_that_is_down_is_told_as_such(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        running.register.close()
        await running.register.wait_closed()
        refused(await running.ask(CONFIRM, f"?number={NUMBER}"), "upstream_down")

    with_network(tmp_path, test)


def test_a_register_that_is_too_slow_is_told_as_such(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        refused(await running.ask(CONFIRM, f"/slow?number={NUMBER}"), "upstream_late")

    network = Network(tmp_path, seconds=0.3)
    network.run(test)


def test_a_local_system_without_its_token_is_refused(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        for headers in ({"authorization": "Bearer x"}, {say.CLIENT: HOLDER}):
            refused(await running.ask(CONFIRM, headers=headers), "token_wrong")

    with_network(tmp_path, test)


def test_requests_sent_one_behind_the_other_are_answered_in_order(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", running.holder.ports()[0], ssl=running.tls(ASKER)
        )
        for target in (f"/r1/{FILES}/long", TARGET, "/nothing"):
            headers = running.signed(target)
            lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            writer.write(f"GET {target} HTTP/1.1\r\n{lines}\r\n".encode())
        replies = [await read_reply(reader) for _ in range(3)]
        assert [each.status for each in replies] == [200, 200, 404]
        assert len(replies[0].body) == LONG
        writer.close()

    with_network(tmp_path, test)


def test_a_sentence_is_english_for_whoever_reads_english(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        reply = await running.direct("/", running.signed("/") | {"accept-language": "en"})
        assert json.loads(reply.body)["detail"] == refusals.SERVICE_UNKNOWN.en

    with_network(tmp_path, test)
