"""edXML is written so that others read it, and read so that nothing in it goes further than it should."""

import subprocess
import zipfile
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from signxml import DigestAlgorithm, SignatureConfiguration, SignatureMethod, XMLVerifier

from nentang.government.document_exchange.errors import (
    AttachmentWrong,
    CertificateExpired,
    CertificateUnknown,
    MessageFault,
    SignatureMisshapen,
    SignatureMissing,
    SignatureWrong,
)
from nentang.government.document_exchange.rules.edxml.markup import NAMESPACE, escaped
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message
from nentang.government.document_exchange.rules.edxml.values import (
    AxisDocument,
    Business,
    InReplyTo,
    Party,
    Replacement,
    Signer,
    Staff,
    TraceStep,
)
from nentang.government.document_exchange.rules.edxml.verify import check_signature
from nentang.government.document_exchange.rules.edxml.write import write_document, write_status

from .envelopes import AT, attachment, document, make_signer, signed, status
from .factories import pdf

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)
said = st.text(
    st.characters(whitelist_categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40
).map(lambda text: text.strip() or "x")
days = st.dates(date(1, 1, 1))
instants = st.datetimes(datetime(1000, 1, 2), datetime(2999, 1, 1)).map(  # noqa: DTZ001 - hypothesis wants it so
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)


def normal(document: AxisDocument) -> AxisDocument:
    """As the reader gives it back: through NFC, without space around."""
    return read_message(parse(signed(document)))  # type: ignore[return-value]


def is_taken(content: bytes, *, at: datetime = AT) -> bool:
    check_signature(parse(content), (make_signer().trusted,), at=at)
    return True


@given(words)
@example("]]> & <!-- \r\n\t \x00 \ufffe")
def test_text_is_written_as_libxml2_would_canonicalise_it(text: str) -> None:
    unsigned = write_document(document(subject=text, place=text, content=text))
    whole = unsigned.before + unsigned.after

    assert etree.tostring(etree.fromstring(whole), method="c14n", exclusive=True) == whole


def test_a_status_and_files_are_written_canonically_too() -> None:
    ahead = attachment(pdf("khác"))
    for unsigned in (
        write_status(status(description="a\r<b>")),
        write_document(document(pdf(), b"%PDF-\n%%EOF")),
        write_document(document(attachments=(ahead,))),
    ):
        whole = unsigned.before + unsigned.after
        assert etree.tostring(etree.fromstring(whole), method="c14n", exclusive=True) == whole


@given(said, said, days, instants, st.sampled_from([0, 1, 2, 3]), st.integers(0, 9))
def test_what_is_written_is_read_again(
    text: str, other: str, day: date, moment: datetime, kind: int, priority: int
) -> None:
    sent = document(
        pdf(text),
        subject=text,
        content=other,
        number=text[:20].strip() or "1",
        promulgated_on=day,
        due_on=day,
        priority=priority,
        signer=Signer(text, other, text),
        trace=(TraceStep("H43", moment), TraceStep("G99", moment + timedelta(seconds=1))),
        receivers=(Party("H42", other), Party("000.00.00.H44", text, email=other)),
        business=Business(
            kind=kind,
            reason=text,
            goes_on_paper_too=bool(priority % 2),
            about_document_id=other if kind in (1, 2) else "",
            replaces=(Replacement(other, ("H42",)),) if kind == 3 else (),
            staff=Staff(text, other),
        ),
        in_reply_to=(InReplyTo("H42", other, text[:20].strip() or "1", other, day),),
        to_places=(text, other),
    )

    once = normal(sent)

    assert normal(once) == once
    assert (once.promulgated_on, once.due_on, once.business.kind) == (day, day, kind)
    assert [step.at for step in once.trace] == [step.at for step in sent.trace]
    assert once.attachments == sent.attachments


def test_a_status_is_read_as_it_was_written() -> None:
    sent = status(code="04", description="Giao Phòng Thử", staff=Staff("Phòng Thử", "Lê Thị Mẫu"))

    assert read_message(parse(signed(sent))) == sent


@pytest.mark.xmlsec1
@pytest.mark.parametrize("message", [document(pdf()), status()])
def test_xmlsec1_accepts_our_signatures_and_no_changed_message(
    tmp_path: Path, message: AxisDocument
) -> None:
    file, certificate = tmp_path / "message.xml", tmp_path / "certificate.pem"
    certificate.write_text(make_signer().pem)
    command = ["xmlsec1", "--verify", "--pubkey-cert-pem", str(certificate), str(file)]

    file.write_bytes(signed(message))
    good = subprocess.run(command, capture_output=True)
    file.write_bytes(signed(message).replace("Thử".encode(), "Thứ".encode(), 1))
    bad = subprocess.run(command, capture_output=True)

    assert (good.returncode, bad.returncode) == (0, 1)


def test_signxml_accepts_our_signatures() -> None:
    config = SignatureConfiguration(
        require_x509=True,
        signature_methods=frozenset({SignatureMethod.RSA_SHA256}),
        digest_algorithms=frozenset({DigestAlgorithm.SHA256}),
    )

    result = XMLVerifier().verify(
        signed(document(pdf())), x509_cert=make_signer().pem, expect_config=config
    )

    assert result.signed_xml is not None
    assert result.signed_xml.tag == f"{{{NAMESPACE}}}edXML"


def test_a_signature_holds_for_the_trusted_certificate_while_it_is_valid() -> None:
    content, other = signed(document()), make_signer("other")

    assert is_taken(content)
    with pytest.raises(CertificateUnknown):
        check_signature(parse(content), (other.trusted,), at=AT)
    with pytest.raises(CertificateExpired):
        is_taken(content, at=datetime(2039, 1, 1, tzinfo=UTC))
    with pytest.raises(CertificateExpired):
        is_taken(content, at=datetime(2018, 12, 31, tzinfo=UTC))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Về việc thử", "Về việc khác"),
        ("000.00.00.H42", "000.00.00.H44"),
        ("<edXML:Paper>0<", "<edXML:Paper>1<"),
        ("2020/12/07 09", "2020/12/07 10"),
        ("van-ban.pdf", "van-ban2.pdf"),
        ("</AttachmentEncoded>", "<Attachment></Attachment></AttachmentEncoded>"),
        ("</edXML>", "<x></x></edXML>"),
    ],
)
def test_whatever_is_changed_after_signing_is_noticed(old: str, new: str) -> None:
    content = signed(document(pdf()))
    changed = content.replace(old.encode(), new.encode())

    assert changed != content
    with pytest.raises(SignatureWrong):
        is_taken(changed)


def wrapped() -> dict[str, bytes]:
    """Ways in which a good signature is carried along with words that nobody signed."""
    good = signed(document())
    evil = document(subject="Ai đó viết")
    tree = etree.fromstring(good)
    signature = etree.tostring(next(tree.iter("{http://www.w3.org/2000/09/xmldsig#}Signature")))
    start, end = good.index(b"<ds:Signature "), good.index(b"</ds:Signature>") + 15
    unsigned = write_document(evil)
    whole_good = good[good.index(b"<edXML ") :]
    put = unsigned.before + b"%s" + unsigned.after
    return {
        "the whole good message within the signature": put
        % good[start:end].replace(
            b"</ds:Signature>", b"<ds:Object>" + whole_good + b"</ds:Object></ds:Signature>"
        ),
        "two signatures": good.replace(
            signature and b"</edXML:edXMLHeader>", good[start:end] + b"</edXML:edXMLHeader>"
        ),
        "a reference to a part": put % good[start:end].replace(b'URI=""', b'URI="#good"'),
        "a signature elsewhere": unsigned.before
        + unsigned.after.replace(b"<edXML:edXMLBody>", b"<edXML:edXMLBody>" + good[start:end]),
        "a transform that selects": put
        % good[start:end].replace(
            b"</ds:Transforms>",
            b'<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116">'
            b"<ds:XPath>false()</ds:XPath></ds:Transform></ds:Transforms>",
        ),
        "no reference": put
        % (
            good[start : good.index(b"<ds:Reference")] + good[good.index(b"</ds:SignedInfo>") : end]
        ),
        "an algorithm with a shared secret": put
        % good[start:end].replace(
            b"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            b"http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        ),
        "a weak digest": put
        % good[start:end].replace(
            b"http://www.w3.org/2001/04/xmlenc#sha256", b"http://www.w3.org/2000/09/xmldsig#sha1"
        ),
    }


@pytest.mark.parametrize("way", wrapped())
def test_wrapped_signatures_are_refused_by_their_shape(way: str) -> None:
    with pytest.raises(SignatureMisshapen):
        is_taken(wrapped()[way])


def test_a_good_signature_over_other_words_does_not_fit() -> None:
    good = signed(document())
    start, end = good.index(b"<ds:Signature "), good.index(b"</ds:Signature>") + 15
    unsigned = write_document(document(subject="Ai đó viết"))

    with pytest.raises(SignatureWrong):
        is_taken(unsigned.before + good[start:end] + unsigned.after)
    with pytest.raises(SignatureMissing):
        is_taken(unsigned.before + unsigned.after)


def test_a_message_may_have_white_space_another_prefix_and_zipped_files() -> None:
    """As other systems write them."""
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", pdf())
    unsigned = write_document(document(zipped.getvalue()))
    text = (unsigned.before + unsigned.after).decode()
    inside, outside = text.index("<AttachmentEncoded>"), text.index("cid:")
    name = text[outside + 4 : text.index('"', outside)]
    text = text[:inside].replace(name, "abc") + text[inside:].replace(
        "application/pdf", "application/zip"
    ).replace(name, "abc")
    pretty = text.replace("><", ">\n  <").replace("edXML:", "e:").replace("xmlns:edXML", "xmlns:e")

    read = read_message(parse(pretty.encode()))

    assert isinstance(read, AxisDocument)
    assert [each.content for each in read.attachments] == [pdf()]
    assert read.subject == "Về việc thử"


@pytest.mark.parametrize(
    ("way", "length"),
    [(zipfile.ZIP_DEFLATED, 50 * 1024 * 1024), (zipfile.ZIP_LZMA, 9), (zipfile.ZIP_BZIP2, 9)],
)
def test_a_zip_that_asks_for_too_much_memory_is_refused(way: int, length: int) -> None:
    """One unfolds without end; of the others each says in its head how much they need."""
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w", way) as archive:
        archive.writestr("x", bytes(length))
    text = signed(document(zipped.getvalue())).decode()
    inside, outside = text.index("<AttachmentEncoded>"), text.index("cid:")
    name = text[outside + 4 : text.index('"', outside)]
    text = text[:inside].replace(name, "abc") + text[inside:].replace(
        "application/pdf", "application/zip"
    ).replace(name, "abc")

    with pytest.raises(AttachmentWrong):
        read_message(parse(text.encode()))


@given(st.data())
def test_a_damaged_message_is_refused_and_nothing_else_happens(data: st.DataObject) -> None:
    content = bytearray(signed(document(pdf())))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 40))
        content[place : place + length] = data.draw(st.binary(max_size=12))
    try:
        root = parse(bytes(content))
        check_signature(root, (make_signer().trusted,), at=AT)
        read = read_message(root)
    except MessageFault:
        return
    assert read == read_message(parse(signed(document(pdf()))))


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_junk_is_refused(content: bytes) -> None:
    with pytest.raises(MessageFault):
        parse(content)


def test_control_characters_never_reach_a_message() -> None:
    assert escaped("a\x00\x08b\ud800\uffff") == "ab"
