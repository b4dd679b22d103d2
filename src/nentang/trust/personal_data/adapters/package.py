"""One ZIP of all that is held about a person: JSON for machines, a page for people, the files.

Rows are streamed from the base to two files beside the archive, files from the shelf into it: memory
does not grow with what is held.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override
from msgspec import Struct

from nentang.foundation.holdings.public import OWN, Content, Holding, holdings
from nentang.kernel.frozen import Frozen
from nentang.trust.personal_data.rules.safe_names import safe_name
from nentang.trust.personal_data.rules.values import Shown, at_path, for_machines, for_people

AT_ONCE = 200
JSON_NAME, PAGE_NAME = "du-lieu.json", "doc-truoc.html"


class Packed(Struct):
    """What went into an archive."""

    rows: int = 0
    files: int = 0
    missing: int = 0
    size: int = 0


class _Papers(Frozen):
    """The two texts under way and the archive that takes the files."""

    machines: IO[str]
    people: IO[str]
    archive: ZipFile
    packed: Packed


def path_of(public_id: UUID) -> Path:
    """Where an export stands until its days are over."""
    return Path(settings.EXPORTS_FOLDER) / f"{public_id}.zip"


def pack(public_id: UUID, person_id: int, *, at: datetime) -> Packed:
    """Write the archive, whole or not at all; a second call begins anew."""
    place = path_of(public_id)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=place.parent) as folder, override("vi"):
        made = Path(folder) / "made.zip"
        packed = _write(made, Path(folder), person_id, at)
        made.chmod(0o400)
        packed.size = made.stat().st_size
        made.replace(place)
    return packed


def discard(public_id: UUID) -> None:
    """Take the archive off the disk."""
    path_of(public_id).unlink(missing_ok=True)


def _write(made: Path, folder: Path, person_id: int, at: datetime) -> Packed:
    packed = Packed()
    machines, people = folder / JSON_NAME, folder / PAGE_NAME
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        with (
            machines.open("w", encoding="utf-8") as data,
            people.open("w", encoding="utf-8") as page,
        ):
            _tell(_Papers(data, page, archive, packed), person_id, at)
        archive.write(people, PAGE_NAME)
        archive.write(machines, JSON_NAME)
    return packed


def _tell(papers: _Papers, person_id: int, at: datetime) -> None:
    papers.machines.write(f'{{"made_at": "{at.isoformat()}", "person": {person_id}, "held": {{')
    papers.people.write(render_to_string("personal_data/export_head.html", {"at": at}))
    for number, holding in enumerate(holdings()):
        papers.machines.write(",\n" if number else "\n")
        _tell_holding(papers, holding, person_id)
    papers.machines.write("\n}}\n")
    papers.people.write(render_to_string("personal_data/export_foot.html", {}))


def _tell_holding(papers: _Papers, holding: Holding, person_id: int) -> None:
    """One part: its rows in both texts, its files in the archive, and what is not given and why."""
    about = {"title": str(holding.title), "not_given": dict(holding.left_out)}
    papers.machines.write(f'{_json(holding.label)}: {_json(about)[:-1]}, "rows": [')
    begun = False
    for row in _rows(holding, person_id):
        papers.machines.write(",\n" if begun else "\n")
        papers.machines.write(_json(_for_machines(holding, row)))
        shown = {"holding": holding, "is_first": not begun, "parts": _for_people(holding, row)}
        papers.people.write(render_to_string("personal_data/export_row.html", shown))
        begun = True
        papers.packed.rows += 1
        if holding.content:
            _add_file(papers, holding.content(row))
    papers.machines.write("]}")
    if begun:
        papers.people.write(
            render_to_string("personal_data/export_part_end.html", {"reasons": _reasons(holding)})
        )


def _reasons(holding: Holding) -> list[str]:
    """Why something is not given, each reason once."""
    return [why for why in dict.fromkeys(holding.left_out.values()) if why != OWN]


def _rows(holding: Holding, person_id: int) -> Iterator[Any]:
    return iter(holding.rows_of(person_id).order_by("pk").iterator(chunk_size=AT_ONCE))


def _for_machines(holding: Holding, row: Any) -> dict[str, Any]:
    return {path: for_machines(at_path(row, path)) for path in holding.shown}


def _for_people(holding: Holding, row: Any) -> list[Shown]:
    return [
        for_people(str(name), _value(holding, row, path)) for path, name in holding.shown.items()
    ]


def _value(holding: Holding, row: Any, path: str) -> Any:
    in_words = holding.in_words.get(path)
    return in_words(row) if in_words else at_path(row, path)


def _add_file(papers: _Papers, content: Content) -> None:
    """The file as it is kept; one that is gone from the disk is counted."""
    name = f"{safe_name(content.folder)}/{safe_name(content.name)}"
    try:
        source = content.open()
    except FileNotFoundError:
        papers.packed.missing += 1
        return
    with closing(source), papers.archive.open(name, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target)
    papers.packed.files += 1


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
