"""The notice to everybody: what the apps declare of their personal data, in words."""

from datetime import date

from nentang.foundation.holdings.public import Holding, holdings, terms_on
from nentang.kernel.frozen import Frozen
from nentang.kernel.personal_data import PersonalField


class Told(Frozen):
    """One kind of data: what of it, for what, by which acts, for how many days after its matter is closed.

    No days where some of it is kept as long as the person is known or the act says for ever.
    """

    title: str
    what: list[str]
    purposes: list[str]
    acts: list[str]
    days: int | None


def told_of_holdings(day: date) -> list[Told]:
    """Every kind by its name."""
    terms = {name: term.days for name, term in terms_on(day).items()}
    told = [_told(each, terms) for each in holdings()]
    return sorted((each for each in told if each), key=lambda each: each.title)


def _told(holding: Holding, terms: dict[str, int]) -> Told | None:
    fields: dict[str, PersonalField] = getattr(holding.model, "PERSONAL_DATA", {})
    if not fields:
        return None
    days = [terms.get(f"{holding.label}.{name}") for name in fields]
    known = [each for each in days if each is not None]
    return Told(
        title=str(holding.title),
        what=sorted({str(label) for label in holding.shown.values()}),
        purposes=sorted({field.purpose for field in fields.values()}),
        acts=sorted({field.legal_basis for field in fields.values()}),
        days=max(known) if len(known) == len(days) else None,
    )
