"""Tables as CSV files that spreadsheets open without harm."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from nentang.foundation.portal.rules.cells import safe_cell


def csv_file(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The table as a download of that name, in UTF-8 with the mark that spreadsheets look for."""
    response = HttpResponse(
        "\N{BYTE ORDER MARK}",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
    table = csv.writer(response)
    table.writerow(head)
    table.writerows([safe_cell(value) for value in row] for row in rows)
    return response
