"""Sums as SDMX-ML 2.1: the structure (codes, concepts, definition) and the data, for other statistical systems."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from lxml import etree

from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import PeriodKind
from nentang.measure.reporting.rules.periods import ReportPeriod
from nentang.measure.reporting.rules.regimes import Regime

ROOT = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
MES, STR, COM = f"{ROOT}/message", f"{ROOT}/structure", f"{ROOT}/common"
SPECIFIC = f"{ROOT}/data/structurespecific"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
AGENCY, VERSION = "NENTANG", "1.0"
FREQUENCY = {PeriodKind.MONTH: "M", PeriodKind.QUARTER: "Q", PeriodKind.YEAR: "A"}
FREQUENCIES = {
    "M": ("Hằng tháng", "Monthly"),
    "Q": ("Hằng quý", "Quarterly"),
    "A": ("Hằng năm", "Annual"),
}
STATUS = {"A": ("Đủ", "Normal value"), "L": ("Còn thiếu báo cáo", "Reports are missing")}
DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR")
CONCEPTS = {
    "FREQ": ("Tần suất", "Frequency"),
    "REF_AREA": ("Nơi", "Reference area"),
    "INDICATOR": ("Chỉ tiêu", "Indicator"),
    "TIME_PERIOD": ("Kỳ", "Time period"),
    "OBS_VALUE": ("Giá trị", "Observation value"),
    "OBS_STATUS": ("Tình trạng", "Observation status"),
}
Names = Mapping[str, tuple[str, str]]


class Area(Frozen):
    """A place with its values; `is_whole` where no report below it is missing."""

    code: str
    name: str
    values: Mapping[str, Decimal]
    is_whole: bool


def report_area(report_code: str) -> str:
    """The code of a report as a place: it stands apart from the sum of its unit."""
    return f"R_{report_code.replace('.', '_')}"


def data_message(
    regime: Regime, period: ReportPeriod, areas: Iterable[Area], *, at: datetime
) -> bytes:
    """The observations of these places, each cell one; what is not known is not there."""
    urn = f"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={AGENCY}:{regime.short}({VERSION}):ObsLevelDim:AllDimensions"
    spaces = {"mes": MES, "com": COM, "ss": SPECIFIC, "xsi": XSI, "ns1": urn}
    root = etree.Element(f"{{{MES}}}StructureSpecificData", nsmap=spaces)
    header = _header(root, at)
    described = etree.SubElement(
        header,
        f"{{{MES}}}Structure",
        structureID=regime.short,
        namespace=urn,
        dimensionAtObservation="AllDimensions",
    )
    reference = etree.SubElement(described, f"{{{COM}}}Structure")
    _refer(reference, id=regime.short, version=VERSION, kind="DataStructure")
    data = etree.SubElement(root, f"{{{MES}}}DataSet", action="Replace")
    data.set(f"{{{SPECIFIC}}}structureRef", regime.short)
    data.set(f"{{{SPECIFIC}}}dataScope", "DataStructure")
    data.set(f"{{{XSI}}}type", "ns1:DataSetType")
    for area in areas:
        _observe(data, regime, period, area)
    return _written(root)


def structure_message(regime: Regime, areas: Iterable[Area], *, at: datetime) -> bytes:
    """What the observations mean: places, cells, concepts and the definition that ties them together."""
    root = etree.Element(
        f"{{{MES}}}Structure", nsmap={"mes": MES, "str": STR, "com": COM, "xsi": XSI}
    )
    _header(root, at)
    structures = etree.SubElement(root, f"{{{MES}}}Structures")
    _codelists(structures, regime, areas)
    _concepts(structures)
    _definition(structures, regime)
    return _written(root)


def _observe(data: etree._Element, regime: Regime, period: ReportPeriod, area: Area) -> None:
    for cell in regime.cells:
        if cell.id in area.values:
            etree.SubElement(
                data,
                "Obs",
                FREQ=FREQUENCY[period.kind],
                REF_AREA=area.code,
                INDICATOR=cell.id,
                TIME_PERIOD=period.key,
                OBS_VALUE=format(area.values[cell.id], "f"),
                OBS_STATUS="A" if area.is_whole else "L",
            )


def _header(root: etree._Element, at: datetime) -> etree._Element:
    header = etree.SubElement(root, f"{{{MES}}}Header")
    etree.SubElement(header, f"{{{MES}}}ID").text = f"NT{at:%Y%m%d%H%M%S}"
    etree.SubElement(header, f"{{{MES}}}Test").text = "false"
    etree.SubElement(header, f"{{{MES}}}Prepared").text = at.replace(microsecond=0).isoformat()
    etree.SubElement(header, f"{{{MES}}}Sender", id=AGENCY)
    return header


def _codelists(structures: etree._Element, regime: Regime, areas: Iterable[Area]) -> None:
    lists: dict[str, tuple[tuple[str, str], Names]] = {
        "CL_FREQ": (CONCEPTS["FREQ"], FREQUENCIES),
        "CL_REF_AREA": (CONCEPTS["REF_AREA"], {a.code: (a.name, a.name) for a in areas}),
        f"CL_{regime.short}": (
            (regime.title_vi, regime.title_en),
            {
                cell.id: _said(cell.title_vi, cell.unit_vi, cell.title_en, cell.unit_en)
                for cell in regime.cells
            },
        ),
        "CL_OBS_STATUS": (CONCEPTS["OBS_STATUS"], STATUS),
    }
    parent = etree.SubElement(structures, f"{{{STR}}}Codelists")
    for name, (title, codes) in lists.items():
        codelist = _maintained(parent, "Codelist", name, title)
        for code, words in codes.items():
            _named(etree.SubElement(codelist, f"{{{STR}}}Code", id=code), words)


def _said(title_vi: str, unit_vi: str, title_en: str, unit_en: str) -> tuple[str, str]:
    return f"{title_vi} ({unit_vi})", f"{title_en} ({unit_en})"


def _concepts(structures: etree._Element) -> None:
    parent = etree.SubElement(structures, f"{{{STR}}}Concepts")
    scheme = _maintained(parent, "ConceptScheme", "CS_REPORTING", ("Báo cáo", "Reporting"))
    for name, words in CONCEPTS.items():
        _named(etree.SubElement(scheme, f"{{{STR}}}Concept", id=name), words)


def _definition(structures: etree._Element, regime: Regime) -> None:
    parent = etree.SubElement(structures, f"{{{STR}}}DataStructures")
    definition = _maintained(
        parent, "DataStructure", regime.short, (regime.title_vi, regime.title_en)
    )
    parts = etree.SubElement(definition, f"{{{STR}}}DataStructureComponents")
    dimensions = etree.SubElement(parts, f"{{{STR}}}DimensionList", id="DimensionDescriptor")
    codes = {"FREQ": "CL_FREQ", "REF_AREA": "CL_REF_AREA", "INDICATOR": f"CL_{regime.short}"}
    for position, name in enumerate(DIMENSIONS, 1):
        each = etree.SubElement(dimensions, f"{{{STR}}}Dimension", id=name, position=str(position))
        _identify(each, name)
        _enumerate(each, codes[name])
    time = etree.SubElement(
        dimensions, f"{{{STR}}}TimeDimension", id="TIME_PERIOD", position=str(len(DIMENSIONS) + 1)
    )
    _identify(time, "TIME_PERIOD")
    shape = etree.SubElement(time, f"{{{STR}}}LocalRepresentation")
    etree.SubElement(shape, f"{{{STR}}}TextFormat", textType="ObservationalTimePeriod")
    _attributes_and_measure(parts)


def _attributes_and_measure(parts: etree._Element) -> None:
    attributes = etree.SubElement(parts, f"{{{STR}}}AttributeList", id="AttributeDescriptor")
    status = etree.SubElement(
        attributes, f"{{{STR}}}Attribute", id="OBS_STATUS", assignmentStatus="Mandatory"
    )
    _identify(status, "OBS_STATUS")
    _enumerate(status, "CL_OBS_STATUS")
    relation = etree.SubElement(status, f"{{{STR}}}AttributeRelationship")
    etree.SubElement(etree.SubElement(relation, f"{{{STR}}}PrimaryMeasure"), "Ref", id="OBS_VALUE")
    measures = etree.SubElement(parts, f"{{{STR}}}MeasureList", id="MeasureDescriptor")
    _identify(etree.SubElement(measures, f"{{{STR}}}PrimaryMeasure", id="OBS_VALUE"), "OBS_VALUE")


def _identify(element: etree._Element, concept: str) -> None:
    identity = etree.SubElement(element, f"{{{STR}}}ConceptIdentity")
    _refer(
        identity,
        maintainableParentID="CS_REPORTING",
        maintainableParentVersion=VERSION,
        id=concept,
        package="conceptscheme",
        kind="Concept",
    )


def _enumerate(element: etree._Element, codelist: str) -> None:
    shape = etree.SubElement(element, f"{{{STR}}}LocalRepresentation")
    listed = etree.SubElement(shape, f"{{{STR}}}Enumeration")
    _refer(listed, id=codelist, version=VERSION, package="codelist", kind="Codelist")


def _refer(parent: etree._Element, *, kind: str, **names: str) -> None:
    """A reference to what this agency maintains; `kind` is its class."""
    reference = etree.SubElement(parent, "Ref", agencyID=AGENCY)
    for name, value in {**names, "class": kind}.items():
        reference.set(name, value)


def _maintained(
    parent: etree._Element, kind: str, name: str, words: tuple[str, str]
) -> etree._Element:
    made = etree.SubElement(
        parent, f"{{{STR}}}{kind}", id=name, agencyID=AGENCY, version=VERSION, isFinal="true"
    )
    _named(made, words)
    return made


def _named(element: etree._Element, words: tuple[str, str]) -> None:
    for language, text in zip(("vi", "en"), words, strict=True):
        named = etree.SubElement(element, f"{{{COM}}}Name")
        named.set(XML_LANG, language)
        named.text = text


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written
