"""VietQR: the published vector, its defective neighbour, and everything in between."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nentang.economy.payments.errors import QrUnreadable
from nentang.economy.payments.rules.vietqr import (
    Service,
    Transfer,
    checksum,
    decode,
    encode,
    purpose,
)

VECTORS = Path(__file__).parent / "vietqr_test_vectors.csv"
ROWS = list(csv.DictReader(VECTORS.read_text("utf-8").splitlines()))
SOUND = [row for row in ROWS if row["note"] == "well-formed"]
DEFECTIVE = [row for row in ROWS if row["note"] != "well-formed"]

transfers = st.builds(
    Transfer,
    bank_bin=st.from_regex(r"[0-9]{6}", fullmatch=True),
    account=st.from_regex(r"[0-9A-Za-z]{1,19}", fullmatch=True),
    amount=st.none() | st.integers(1, 10**13 - 1),
    purpose=st.text(max_size=60).map(purpose),
    service=st.sampled_from(Service),
)


@pytest.mark.parametrize("row", SOUND, ids=lambda row: row["crc"])
def test_a_published_code_is_read_and_written_byte_for_byte(row: dict[str, str]) -> None:
    transfer = decode(row["qr"])

    assert transfer == Transfer(
        row["bin"],
        row["account"],
        int(row["amount"]),
        row["purpose"],
        Service(row["service"]),
    )
    assert encode(transfer) == row["qr"]
    assert checksum(row["qr"][:-4]) == row["crc"]


@pytest.mark.parametrize("row", DEFECTIVE, ids=lambda row: row["crc"])
def test_a_code_with_a_wrong_inner_length_is_refused_though_its_checksum_fits(
    row: dict[str, str],
) -> None:
    assert checksum(row["qr"][:-4]) == row["crc"]

    with pytest.raises(QrUnreadable):
        decode(row["qr"])


def test_the_checksum_is_crc16_ccitt_false() -> None:
    assert checksum("123456789") == "29B1"


@given(transfers)
@settings(max_examples=100)
def test_what_is_written_is_read_back(transfer: Transfer) -> None:
    assert decode(encode(transfer)) == transfer


@given(transfers, st.data())
@settings(max_examples=100)
def test_one_changed_character_is_noticed(transfer: Transfer, data: st.DataObject) -> None:
    text = encode(transfer)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from("0123456789ABCDEFx").filter(lambda c: c != text[place]))

    with pytest.raises(QrUnreadable):
        decode(text[:place] + other + text[place + 1 :])


@given(st.text(max_size=120))
@settings(max_examples=100)
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    unsealed = "000201" + text + "6304"
    sealed = unsealed + checksum(unsealed) if text.isascii() else unsealed

    with pytest.raises(QrUnreadable):
        decode(sealed)


@given(st.text())
@settings(max_examples=100)
def test_a_purpose_fits_every_bank(text: str) -> None:
    folded = purpose(text)

    assert len(folded) <= 25
    assert folded == folded.strip()
    assert all(c.isascii() and (c.isalnum() or c == " ") for c in folded)


def test_a_purpose_keeps_the_code_and_whole_words_and_loses_the_marks() -> None:
    assert purpose("TT0123456789AB", "Lệ phí hộ tịch") == "TT0123456789AB LE PHI HO"
    assert purpose("TT0123456789AB", "Cấp bản sao") == "TT0123456789AB CAP BAN"
    assert purpose("X" * 30) == "X" * 25
