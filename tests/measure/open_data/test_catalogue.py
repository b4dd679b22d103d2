"""The catalogue for programs: DCAT-AP 3 by the shapes of its makers, in three syntaxes, under addresses that stay."""

from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import DCAT, RDF, Graph

from nentang.kernel import clock
from tests.measure.factories import in_month, make_country

from .factories import make_keepers, published, run_many, take_on

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*"),  # reading JSON-LD
]
SHAPES = Path(__file__).parent / "shapes"
NOVEMBER = in_month(2020, 11)
SYNTAXES = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}
ACCEPTED = {"text/turtle": "turtle", "application/rdf+xml": "xml", "application/ld+json": "json-ld"}


@pytest.fixture(autouse=True)
def _published(at: datetime) -> None:
    make_country()
    run_many({("98001", True): 30, ("99002", True): 20}, at=in_month(2020, 10))
    keepers = make_keepers(at=at)
    take_on(keepers, at=at)
    published(keepers, at=NOVEMBER)
    clock.use(lambda: NOVEMBER)


def graph_of(client: Client, address: str, syntax: str, **headers: str) -> Graph:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return Graph().parse(data=answer.content, format=syntax)


@pytest.mark.parametrize("extension", SYNTAXES)
@pytest.mark.parametrize("shapes", ["shapes.ttl", "range.ttl"])
def test_the_catalogue_fits_the_shapes_of_dcat_ap_3(
    client: Client, extension: str, shapes: str
) -> None:
    graph = graph_of(client, f"/du-lieu-mo/danh-muc.{extension}", SYNTAXES[extension])

    fits, _, report = validate(graph, shacl_graph=Graph().parse(SHAPES / shapes))

    assert fits, report


def test_a_catalogue_without_titles_does_not_fit(client: Client) -> None:
    graph = graph_of(client, "/du-lieu-mo/danh-muc.ttl", "turtle")
    graph.remove((None, None, next(graph.objects(None, DCAT.distribution))))
    graph.update("DELETE WHERE { ?one <http://purl.org/dc/terms/title> ?title }")

    fits, _, _ = validate(graph, shacl_graph=Graph().parse(SHAPES / "shapes.ttl"))

    assert not fits


@pytest.mark.parametrize("accepted", ACCEPTED)
def test_one_address_is_a_page_for_people_and_rdf_for_programs(
    client: Client, accepted: str
) -> None:
    for address in ("/du-lieu-mo/", "/du-lieu-mo/bo/chuyen-xe/"):
        graph = graph_of(client, address, ACCEPTED[accepted], accept=accepted)
        page = client.get(address, headers={"accept": "text/html,*/*"})

        assert list(graph.subjects(RDF.type, DCAT.Dataset))
        assert page["Content-Type"].startswith("text/html")
        assert "Accept" in page["Vary"]


def test_every_file_that_the_catalogue_names_is_there(client: Client) -> None:
    graph = graph_of(client, "/du-lieu-mo/danh-muc.ttl", "turtle")

    found = [str(each) for each in graph.objects(None, DCAT.downloadURL)]

    assert len(found) == 3
    assert all(client.get("/" + each.split("/", 3)[3]).status_code == 200 for each in found)


def test_datasets_are_found_without_marks(client: Client) -> None:
    assert "Chuyến xe" in client.get("/du-lieu-mo/?tu=chuyen xe giao thong").content.decode()
    assert "Chuyến xe" not in client.get("/du-lieu-mo/?tu=tau hoa").content.decode()


def test_the_page_says_where_the_numbers_come_from(client: Client) -> None:
    page = client.get("/du-lieu-mo/bo/chuyen-xe/").content.decode()

    for words in ("Số này từ đâu", "facts:tests.run_finished", "Từ điển dữ liệu", "SHA-256"):
        assert words in page


def test_the_former_address_leads_here(client: Client) -> None:
    assert client.get("/so-lieu-mo/")["Location"] == "/du-lieu-mo/"
