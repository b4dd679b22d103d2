"""A version as files: CSV, JSON, Parquet; the same rows give the same bytes."""

import csv
import io
from functools import lru_cache
from hashlib import sha256

import msgspec

from nentang.kernel.frozen import Frozen
from nentang.measure.open_data.enums import Format
from nentang.measure.open_data.models import ReleaseFile
from nentang.measure.open_data.rules.published import Published

MEDIA = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.PARQUET: "application/vnd.apache.parquet",
    Format.JSON: "application/json",
}


class Made(Frozen):
    """A file as it is kept."""

    format: Format
    content: bytes

    @property
    def digest(self) -> str:
        """Its SHA-256."""
        return sha256(self.content).hexdigest()


def files_of(table: Published) -> list[Made]:
    """All three files."""
    return [
        Made(Format.CSV, _csv(table)),
        Made(Format.PARQUET, _parquet(table)),
        Made(Format.JSON, msgspec.json.encode(table)),
    ]


@lru_cache(maxsize=32)
def table_of(release_id: int) -> Published:
    """The rows of a version as everybody has them. A version never changes, so that it may be kept."""
    file = ReleaseFile.objects.get(release=release_id, format=Format.JSON)
    return msgspec.json.decode(bytes(file.content), type=Published)


def _csv(table: Published) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([each.name for each in table.columns])
    writer.writerows(["" if value is None else value for value in row] for row in table.rows)
    return text.getvalue().encode()


def _parquet(table: Published) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - heavy
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    types = [pa.int64() if each.kind == "count" else pa.string() for each in table.columns]
    columns = [pa.array([row[i] for row in table.rows], type=kind) for i, kind in enumerate(types)]
    sink = io.BytesIO()
    named = pa.table(columns, names=[each.name for each in table.columns])
    pq.write_table(named, sink, compression="zstd")
    return sink.getvalue()
