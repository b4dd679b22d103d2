"""The catalogue as DCAT-AP 3: Turtle, RDF/XML, JSON-LD. rdflib is loaded when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from nentang.kernel.frozen import Frozen
from nentang.measure.open_data.enums import Format, Frequency
from nentang.measure.open_data.models import Dataset, Release, ReleaseFile
from nentang.measure.open_data.registry import LICENCES, Declaration, Words

from .files import MEDIA

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

SYNTAXES = {"ttl": "turtle", "rdf": "pretty-xml", "jsonld": "json-ld"}
TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "jsonld": "application/ld+json",
}
EU = "http://publications.europa.eu/resource/authority"
FREQUENCIES = {
    Frequency.MONTHLY: f"{EU}/frequency/MONTHLY",
    Frequency.QUARTERLY: f"{EU}/frequency/QUARTERLY",
    Frequency.YEARLY: f"{EU}/frequency/ANNUAL",
}
FILE_TYPES = {"csv": "CSV", "json": "JSON", "parquet": "PARQUET"}
IANA = "https://www.iana.org/assignments/media-types"
CATALOGUE: Words = ("Dữ liệu mở", "Open data")
CATALOGUE_TEXT: Words = (
    "Dữ liệu mở của các cơ quan nhà nước, nhóm nhỏ được che để không lộ người nào.",
    "Open data of the bodies of the state, small groups hidden so that nobody is found out.",
)


class Described(Frozen):
    """A dataset with its open versions, newest first."""

    dataset: Dataset
    declaration: Declaration
    releases: tuple[Release, ...]


def written(graph: Graph, extension: str) -> bytes:
    """The graph in the syntax of that file name."""
    return graph.serialize(format=SYNTAXES[extension], encoding="utf-8")


def catalogue_graph(described: Iterable[Described], *, base: str, at: datetime) -> Graph:
    """Catalogue, publishers, datasets, files and the interface, under addresses that stay."""
    return _Writer(base).catalogue(list(described), at)


def dataset_graph(described: Described, *, base: str) -> Graph:
    """One dataset alone."""
    return _Writer(base).alone(described)


class _Writer:
    """Writes into one graph; `base` is the address of the installation without a slash at its end."""

    def __init__(self, base: str) -> None:
        import rdflib  # noqa: PLC0415 - heavy
        from rdflib.namespace import DCTERMS, FOAF, RDF, XSD  # noqa: PLC0415 - heavy

        self.graph = rdflib.Graph()
        self.rdflib, self.base = rdflib, base
        self.dct, self.foaf, self.rdf, self.xsd = DCTERMS, FOAF, RDF, XSD
        self.dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")  # rdflib knows version 2 only
        self.spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
        for name, space in {
            "dcat": self.dcat,
            "dct": DCTERMS,
            "foaf": FOAF,
            "spdx": self.spdx,
        }.items():
            self.graph.bind(name, space)

    def catalogue(self, described: list[Described], at: datetime) -> Graph:
        node = self._uri("/du-lieu-mo/")
        self._add(node, self.rdf.type, self.dcat.Catalog)
        self._say(node, self.dct.title, CATALOGUE)
        self._say(node, self.dct.description, CATALOGUE_TEXT)
        publisher = self._uri("/")
        self._agent(publisher, "Nền Tảng")
        self._add(node, self.dct.publisher, publisher)
        self._add(node, self.dct.modified, self._instant(at))
        interface = self._interface(described)
        self._add(node, self.dcat.service, interface)
        for each in described:
            self._add(node, self.dcat.dataset, self._dataset(each))
        return self.graph

    def alone(self, described: Described) -> Graph:
        self._dataset(described)
        return self.graph

    def _dataset(self, each: Described) -> URIRef:
        dataset, declaration = each.dataset, each.declaration
        node = self._uri(f"/du-lieu-mo/bo/{dataset.code}/")
        self._add(node, self.rdf.type, self.dcat.Dataset)
        self._say(node, self.dct.title, declaration.title)
        self._say(node, self.dct.description, declaration.text)
        self._add(node, self.dct.identifier, self._text(dataset.code))
        owner = self._uri(f"/du-lieu-mo/#co-quan-{dataset.owner_id}")
        self._agent(owner, dataset.owner.name)
        self._add(node, self.dct.publisher, owner)
        self._concept(node, self.dcat.theme, f"{EU}/data-theme/{declaration.theme}")
        frequency = self._ref(FREQUENCIES[Frequency(dataset.frequency)])
        self._add(node, self.dct.accrualPeriodicity, frequency)
        self._add(frequency, self.rdf.type, self.dct.Frequency)
        rights = self._ref(f"{EU}/access-right/PUBLIC")
        self._add(node, self.dct.accessRights, rights)
        self._add(rights, self.rdf.type, self.dct.RightsStatement)
        for words in declaration.keywords:
            self._say(node, self.dcat.keyword, words)
        self._versions(node, each)
        return node

    def _versions(self, node: URIRef, each: Described) -> None:
        if not each.releases:
            return
        newest, oldest = each.releases[0], each.releases[-1]
        self._add(node, self.dcat.version, self._text(str(newest.number)))
        self._add(node, self.dct.modified, self._instant(newest.decided_at or newest.prepared_at))
        self._add(node, self.dct.issued, self._instant(oldest.decided_at or oldest.prepared_at))
        for file in newest.files.all():
            self._add(node, self.dcat.distribution, self._file(each, newest, file))

    def _file(self, each: Described, release: Release, file: ReleaseFile) -> URIRef:
        page = f"/du-lieu-mo/bo/{each.dataset.code}/ban/{release.number}/"
        node = self._uri(f"{page}tai/{file.format}/")
        self._add(node, self.rdf.type, self.dcat.Distribution)
        self._say(
            node,
            self.dct.title,
            tuple(f"{t} ({file.get_format_display()})" for t in each.declaration.title),
        )
        self._add(node, self.dcat.accessURL, self._uri(page))
        self._add(node, self.dcat.downloadURL, node)
        self._add(self._uri(page), self.rdf.type, self.rdflib.RDFS.Resource)
        size = self.rdflib.Literal(file.size, datatype=self.xsd.nonNegativeInteger)
        self._add(node, self.dcat.byteSize, size)
        media = self._ref(f"{IANA}/{MEDIA[Format(file.format)].partition(';')[0]}")
        self._add(node, self.dcat.mediaType, media)
        self._add(media, self.rdf.type, self.dct.MediaType)
        kind = self._ref(f"{EU}/file-type/{FILE_TYPES[file.format]}")
        self._add(node, self.dct["format"], kind)
        self._add(kind, self.rdf.type, self.dct.MediaTypeOrExtent)
        self._licence(node, each.dataset.licence)
        self._checksum(node, file.digest)
        return node

    def _licence(self, node: URIRef, code: str) -> None:
        url = LICENCES[code].url
        licence = self._ref(url) if url.startswith("https:") else self._uri(url)
        self._add(node, self.dct.license, licence)
        self._add(licence, self.rdf.type, self.dct.LicenseDocument)

    def _checksum(self, node: URIRef, digest: str) -> None:
        checksum = self._ref(f"{node}#sha256")
        self._add(node, self.spdx.checksum, checksum)
        self._add(checksum, self.rdf.type, self.spdx.Checksum)
        self._add(checksum, self.spdx.algorithm, self.spdx.checksumAlgorithm_sha256)
        self._add(self.spdx.checksumAlgorithm_sha256, self.rdf.type, self.spdx.ChecksumAlgorithm)
        value = self.rdflib.Literal(digest, datatype=self.xsd.hexBinary)
        self._add(checksum, self.spdx.checksumValue, value)

    def _interface(self, described: list[Described]) -> URIRef:
        node = self._uri("/api/v1/open-data")
        self._add(node, self.rdf.type, self.dcat.DataService)
        self._say(
            node,
            self.dct.title,
            ("Giao diện hỏi dữ liệu mở", "Interface for questions to open data"),
        )
        endpoint = self._uri("/api/v1/open-data/datasets")
        self._add(node, self.dcat.endpointURL, endpoint)
        self._add(endpoint, self.rdf.type, self.rdflib.RDFS.Resource)
        for each in described:
            served = self._uri(f"/du-lieu-mo/bo/{each.dataset.code}/")
            self._add(node, self.dcat.servesDataset, served)
        return node

    def _concept(self, node: URIRef, relation: URIRef, address: str) -> None:
        skos = self.rdflib.SKOS
        concept = self._ref(address)
        self._add(node, relation, concept)
        self._add(concept, self.rdf.type, skos.Concept)
        self._add(
            concept, skos.prefLabel, self.rdflib.Literal(address.rpartition("/")[2], lang="en")
        )

    def _agent(self, node: URIRef, name: str) -> None:
        self._add(node, self.rdf.type, self.foaf.Agent)
        self._add(node, self.foaf.name, self.rdflib.Literal(name, lang="vi"))

    def _say(self, node: URIRef, relation: URIRef, words: tuple[str, ...]) -> None:
        for text, language in zip(words, ("vi", "en"), strict=True):
            self._add(node, relation, self.rdflib.Literal(text, lang=language))

    def _add(self, *triple: object) -> None:
        self.graph.add(triple)  # type: ignore[arg-type] # nodes of rdflib, which says so less strictly

    def _uri(self, path: str) -> URIRef:
        return self.rdflib.URIRef(self.base + path)

    def _ref(self, address: str) -> URIRef:
        return self.rdflib.URIRef(address)

    def _text(self, text: str) -> object:
        return self.rdflib.Literal(text)

    def _instant(self, at: datetime) -> object:
        return self.rdflib.Literal(at.isoformat(), datatype=self.xsd.dateTime)
