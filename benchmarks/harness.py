"""Paired ratios on a noisy machine: short slices in turn, the median of the ratios of pairs.

Wall-clock alone is worthless on shared cores; CPU time an operation is printed beside it.
"""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = int(os.environ.get("ROUNDS", "7"))
FULL = os.environ.get("SCALE") == "full"


@dataclass(frozen=True, slots=True)
class Slice:
    """What one slice did: operations, seconds on the wall, seconds of CPU of this process."""

    operations: int
    wall: float
    cpu: float

    @property
    def rate(self) -> float:
        """Operations a second."""
        return self.operations / self.wall

    @property
    def cpu_each(self) -> float:
        """Microseconds of CPU an operation."""
        return 1e6 * self.cpu / self.operations


def slice_of(work: Callable[[], int]) -> Slice:
    """Run one slice; `work` returns how many operations it did."""
    wall, cpu = time.perf_counter(), time.process_time()
    operations = work()
    return Slice(operations, time.perf_counter() - wall, time.process_time() - cpu)


def compare(
    name: str, ours: Callable[[], int], peer: Callable[[], int], *, goal: float, peer_name: str
) -> float:
    """Median ratio of rates, ours to the peer's, printed with its spread; higher is better."""
    ours(), peer()
    pairs = [(slice_of(ours), slice_of(peer)) for _ in range(ROUNDS)]
    ratio = tell(name, pairs, peer_name=peer_name)
    conclude(name, ratio, goal, better="higher")
    return ratio


def tell(name: str, pairs: list[tuple[Slice, Slice]], *, peer_name: str) -> float:
    """Print rates, CPU and spread of paired slices, ours and the peer's; the median ratio of their rates."""
    ratios = sorted(mine.rate / theirs.rate for mine, theirs in pairs)
    print(f"{name}: {len(pairs)} rounds against {peer_name}")
    for label, slices in (("ours", [p[0] for p in pairs]), (peer_name, [p[1] for p in pairs])):
        rate = statistics.median(s.rate for s in slices)
        cpu = statistics.median(s.cpu_each for s in slices)
        print(f"  {label}: {rate:,.0f} a second, {cpu:,.0f} µs CPU each")
    print(f"  ratios {ratios[0]:.2f} … {ratios[-1]:.2f}")
    return statistics.median(ratios)


def conclude(name: str, ratio: float, goal: float, *, better: str) -> None:
    """The last line, in the form that a script can read."""
    print(f"benchmark={name} ratio={ratio:.3f} goal={goal} better={better}", flush=True)
