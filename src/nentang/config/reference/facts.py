"""The page of the facts: the raw material of the measure."""

from nentang.foundation.facts.public import FactKind, indicators, kinds

from .markdown import code, document, table


def page() -> str:
    """Every kind with its fields and the indicators that count it."""
    return document(
        "Facts",
        "What happened, without personal data. Every fact also has `id`, `occurred_at`, `day`, "
        "`organization_id` and `unit_code`. As Parquet: `nentang facts export`.",
        table(("kind", "version", "what has happened", "fields", "counted by"), map(_row, kinds())),
    )


def _row(kind: FactKind) -> tuple[object, ...]:
    fields = ", ".join(f"`{name}` {type_.__name__}" for name, type_ in kind.fields.items())
    counted = ", ".join(code(each.code) for each in indicators() if kind.name in each.facts)
    return code(kind.name), kind.version, kind.description, fields, counted
