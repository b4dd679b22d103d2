"""Rows that were not taken in, kept with the import."""

from collections.abc import Iterable

from nentang.foundation.registers.models import ImportFault, ImportRun
from nentang.foundation.registers.registry import Refusal


def note_faults(run: ImportRun, refused: Iterable[Refusal]) -> None:
    """Each with its line and the sentence."""
    ImportFault.objects.bulk_create(
        ImportFault(
            run=run,
            line=each.line,
            column=each.column,
            code=each.code[:60],
            sentence=each.sentence[:400],
        )
        for each in refused
    )
