"""What followed from orders for dossiers."""

from nentang.government.services.models import Redress


def redress_of(source: str) -> Redress | None:
    """What came of that order; None while it was not carried out."""
    return Redress.objects.filter(source=source).first()
