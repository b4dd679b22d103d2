"""Folders: what the installation writes stands under one of them."""

from . import environment

VAR = environment.folder(
    "NENTANG_VAR", environment.ROOT / "var", "Folder of everything the installation writes"
)
FACTS_FOLDER = VAR / "facts"  # Parquet of the facts
DOCUMENTS_FOLDER = VAR / "documents"  # content-addressed files
KEYS_FOLDER = VAR / "keys"  # encrypted signing keys
CLOCK_FILE = VAR / "clock.json"  # where a demo's clock stands
STATIC_ROOT = VAR / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "media"
