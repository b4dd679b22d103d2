"""The bodies that somebody answers for: those that they head, and all below."""

from functools import reduce
from operator import or_

from django.db.models import QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.casework.enums import HEADS
from nentang.foundation.organizations.public import Organization


def headed(actor: Actor) -> "QuerySet[Organization] | None":
    """Those bodies, to be asked within another query; None where the actor heads none."""
    bodies = [Organization.objects.within(each) for each in sorted(actor.organizations(*HEADS))]
    return reduce(or_, bodies) if bodies else None
