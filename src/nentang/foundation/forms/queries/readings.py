"""What was read from photographs for a draft, beside the questions that it may answer."""

from collections.abc import Mapping

from nentang.foundation.documents.public import TextReading, readings_for, reads_text
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.rules.definition import Field
from nentang.foundation.forms.rules.suggesting import suggestions
from nentang.kernel.frozen import Frozen


class Suggested(Frozen):
    """A question with what the paper may say to it."""

    field: Field
    values: tuple[str, ...]


class Readings(Frozen):
    """What was given to be read, and what of it may answer the questions of a step."""

    given: tuple[TextReading, ...]
    suggested: tuple[Suggested, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether something is still being read."""
        return any(each.state == "asked" for each in self.given)


def purpose_of(draft: Draft) -> str:
    """For what a photograph is read."""
    return f"draft:{draft.pk}"


def readings_of(draft: Draft, step: str) -> Readings | None:
    """For a step of the draft; None where this installation reads no text."""
    if not reads_text():
        return None
    given = readings_for(purpose_of(draft))
    lines = [line["text"] for each in given for line in each.lines]
    fields = {field.name: field for field in draft.form.definition.step(step).fields}
    found: Mapping[str, tuple[str, ...]] = suggestions(fields.values(), lines)
    return Readings(
        tuple(given), tuple(Suggested(fields[name], values) for name, values in found.items())
    )
