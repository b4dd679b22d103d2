"""Folders: what the installation writes stands under one of them."""

from importlib.util import find_spec
from pathlib import Path

from . import environment

_NINJA = find_spec("ninja")
NINJA = Path(_NINJA.origin or "").parent if _NINJA else Path()  # its pages, without loading it
VAR = environment.folder(
    "NENTANG_VAR", environment.ROOT / "var", "Folder of everything the installation writes"
)
FACTS_FOLDER = VAR / "facts"  # Parquet of the facts
SPARK_MASTER = environment.text(
    "NENTANG_SPARK_MASTER",
    "",
    "Spark cluster that computes the indicators (`spark://host:7077`, `local[2]`); empty: DuckDB in this process",
)
DOCUMENTS_FOLDER = VAR / "documents"  # content-addressed files
EXPORTS_FOLDER = VAR / "exports"  # what people asked to be given, for some days
KEYS_FOLDER = VAR / "keys"  # encrypted signing keys
CLOCK_FILE = VAR / "clock.json"  # where a demo's clock stands
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [NINJA / "static"]
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "media"
