"""The page of the errors: every refusal with its stable code."""

from collections.abc import Iterator

from django.utils.translation import override

from nentang.foundation.portal.middleware import status_of
from nentang.kernel.errors import DomainError

from .house import house_apps, module_of
from .markdown import code, document, first_sentence, table


def page() -> str:
    """Every refusal; the API gives code and status in problem+json (RFC 9457)."""
    for app in house_apps():
        module_of(app, "errors")
    with override("vi"):
        rows = [_row(kind) for kind in sorted(set(errors()), key=lambda kind: kind.code)]
    return document(
        "Errors",
        "Codes never change. The API answers with `application/problem+json` (RFC 9457) that carries the "
        "code; a page shows the sentence.",
        table(("code", "HTTP", "sentence", "when"), rows),
    )


def errors(kind: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    """The error and all below it that are ours."""
    if kind.__module__.startswith("nentang."):
        yield kind
    for child in kind.__subclasses__():
        yield from errors(child)


def _row(kind: type[DomainError]) -> tuple[object, ...]:
    return code(kind.code), status_of(kind()), str(kind.message), first_sentence(kind.__doc__)
