"""Portals that we exchange states with, and what they told us."""

from datetime import datetime
from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Portal(models.Model):
    """Another portal. We send to `push_url` and fetch from `pull_url`, where they are given.

    Over there we are `our_code` and sign with their key (sealed); without those, with what we gave them.
    What was sent ends at (`sent_txid`, `sent_id`); what was fetched at `fetched_until`, in their words.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    push_url = models.URLField(max_length=400, blank=True)
    pull_url = models.URLField(max_length=400, blank=True)
    our_code = models.CharField(max_length=40, blank=True)
    their_key = models.CharField(max_length=400, blank=True)
    is_open = models.BooleanField(default=True)
    sent_txid = models.BigIntegerField(default=-1)
    sent_id = models.BigIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    fetched_until = models.CharField(max_length=80, blank=True)
    heard_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    connected_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    def is_due(self, at: datetime) -> bool:
        """Whether it may be tried again after failures."""
        return self.next_try_at is None or self.next_try_at <= at


class PortalState(models.Model):
    """The latest state of a dossier of another portal: the one of the highest (at, sequence, state)."""

    portal = models.ForeignKey(
        Portal, on_delete=models.PROTECT, related_name="states", db_index=False
    )
    code = models.CharField(max_length=60)
    state = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    sequence = models.BigIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["portal", "code"], name="one_state_a_dossier"),
            models.CheckConstraint(
                condition=models.Q(state__gte=1, state__lte=10), name="one_of_ten_states"
            ),
        ]
