"""Run periodic jobs."""

import logging
from datetime import datetime, timedelta

from django.db.models import Q

from nentang.foundation.outbox.adapters import name_error
from nentang.foundation.outbox.models import Job
from nentang.foundation.outbox.registry import PeriodicJob, jobs
from nentang.foundation.outbox.rules import JOB_LEASE

log = logging.getLogger(__name__)


def run_jobs(*, at: datetime) -> int:
    """Run each job that is due and that no other worker runs; how many ran."""
    known = dict(Job.objects.filter(name__in=list(jobs())).values_list("name", "next_at"))
    if missing := [Job(name=name, next_at=at) for name in jobs() if name not in known]:
        Job.objects.bulk_create(missing, ignore_conflicts=True)
    due = [job for job in jobs().values() if _is_due(job, known.get(job.name, at), at)]
    return sum(_run(job, at) for job in due)


def _is_due(job: PeriodicJob, next_at: datetime, at: datetime) -> bool:
    """Due, or put further off than the job ever is, as happens when a demo's clock is moved back."""
    return next_at <= at or next_at > at + timedelta(seconds=job.seconds)


def _run(job: PeriodicJob, at: datetime) -> bool:
    """Run it outside any transaction, under a lease; False where another worker was quicker."""
    row = Job.objects.filter(name=job.name)
    free = Q(leased_until=None) | Q(leased_until__lte=at) | Q(leased_until__gt=at + JOB_LEASE)
    next_at = at + timedelta(seconds=job.seconds)
    claim = row.filter(free).exclude(next_at__gt=at, next_at__lte=next_at)
    if not claim.update(leased_until=at + JOB_LEASE, next_at=next_at):
        return False
    error = ""
    try:
        job.function(at=at)
    except Exception as failure:  # noqa: BLE001 - whatever a job raises is its own failure
        error = name_error(failure)
        log.warning("job %s failed: %s", job.name, error)
    row.update(leased_until=None, last_at=at, error=error)
    return True
