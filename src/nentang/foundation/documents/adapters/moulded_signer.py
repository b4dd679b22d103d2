"""A signer that has its CMS container made once; heavy to import, so only `signer` does it."""

from typing import Any

from asn1crypto import cms, parser  # type: ignore[import-untyped]  # no types
from pyhanko.sign.signers import SimpleSigner

UNIVERSAL, CONTEXT = 0, 2
OCTET_STRING, SEQUENCE, SET = 4, 16, 17
PRIMITIVE, CONSTRUCTED = 0, 1


class Mould:
    """A detached SignedData (RFC 5652) of one signer, taken apart where two papers' containers differ.

    That is in the digest among the signed attributes and in the signature, which comes last, and so in
    the lengths of what lies around it. pyHanko's own making of it costs half of a whole paper.
    """

    def __init__(self, made: cms.ContentInfo, digest: bytes) -> None:
        signed = made["content"]
        signer = signed["signer_infos"][0]
        self._digest = digest
        self._type = made["content_type"].dump()
        self._signed = signed.contents[: -len(signed["signer_infos"].dump())]
        self._signer = signer.contents[: -len(signer["signature"].dump())]
        self._attributes = signer["signed_attrs"].untag().dump()

    def attributes(self, digest: bytes) -> bytes:
        """What is signed for a document with that digest."""
        attributes: bytes = self._attributes.replace(self._digest, digest)
        return attributes

    def container(self, digest: bytes, signature: bytes) -> bytes:
        """The ContentInfo in DER."""
        signer = self._signer.replace(self._digest, digest) + _der(OCTET_STRING, signature)
        signed = self._signed + _der(SET, _der(SEQUENCE, signer))
        content = parser.emit(CONTEXT, CONSTRUCTED, 0, _der(SEQUENCE, signed))
        return _der(SEQUENCE, self._type + content)


class MouldedSigner(SimpleSigner):
    """Signs as SimpleSigner does, byte for byte but for the signature; faster from the second time on."""

    _mould: Mould | None = None

    async def async_sign(
        self,
        data_digest: bytes,
        digest_algorithm: str,
        dry_run: bool = False,
        use_pades: bool = False,
        timestamper: Any = None,
        *args: Any,
        **options: Any,
    ) -> Any:
        """The container for a document with that digest: an asn1crypto object, or its DER."""
        if self._mould and not timestamper:
            attributes = self._mould.attributes(data_digest)
            signature = await self.async_sign_raw(attributes, digest_algorithm)
            return self._mould.container(data_digest, signature)
        made = await super().async_sign(
            data_digest, digest_algorithm, dry_run, use_pades, timestamper, *args, **options
        )
        if not (timestamper or dry_run):
            self._mould = Mould(made, data_digest)
        return made


def _der(tag: int, contents: bytes) -> bytes:
    form = PRIMITIVE if tag == OCTET_STRING else CONSTRUCTED
    der: bytes = parser.emit(UNIVERSAL, form, tag, contents)
    return der
