"""Documents: registration."""

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig

from .registry import register_pdf_template

GENERAL_PAPER = Path(__file__).parent / "typst" / "paper.typ"


class DocumentsConfig(AppConfig):
    """Files, PDF with digital signature and QR, public verification."""

    name = "nentang.foundation.documents"
    label = "documents"
    verbose_name = "Tài liệu"

    def ready(self) -> None:
        """The general paper, menu entries, the worker's listener."""
        register_pdf_template("documents.paper", GENERAL_PAPER)
        import_module(f"{self.name}.cards")
        import_module(f"{self.name}.listeners")
        import_module(f"{self.name}.holdings")
