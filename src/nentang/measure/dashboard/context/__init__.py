"""What the pages show."""

from .compare import Compared, asked_of, compared
from .compare_files import as_json, file_rows
from .compare_page import compare_page
from .embed import asked_of as chart_to_embed
from .embed import chart_of, code_page, frame, mark_of, source_words
from .method import method, methods
from .overview import overview
from .packs import days_to_choose, pack_page, places_to_choose

__all__ = [
    "Compared",
    "as_json",
    "asked_of",
    "chart_of",
    "chart_to_embed",
    "code_page",
    "compare_page",
    "compared",
    "days_to_choose",
    "file_rows",
    "frame",
    "mark_of",
    "method",
    "methods",
    "overview",
    "pack_page",
    "places_to_choose",
    "source_words",
]
