"""What a node says of itself: counters for Prometheus, and whether it is healthy."""

from collections import defaultdict

import msgspec

from nentang.kernel.frozen import Frozen

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Health(Frozen):
    """Healthy means: it can take the next call, and prove it later. `faults` say what is not so."""

    faults: tuple[str, ...]
    exchanges: int
    snapshot: int
    snapshot_age_seconds: int
    unstamped: int
    connections: int

    @property
    def is_healthy(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def as_json(self) -> bytes:
        """For programs that ask."""
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        return msgspec.json.encode({"status": "ok" if self.is_healthy else "fault"} | said)


class Counters:
    """Exchanges by side, service and outcome, and how long they took."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, str], int] = defaultdict(int)
        self._buckets = [0] * (len(BUCKETS) + 1)
        self._sum = 0.0

    def count(self, side: str, service: str, outcome: str, seconds: float) -> None:
        """One more."""
        self._counts[side, service, outcome] += 1
        self._sum += seconds
        for index, bound in enumerate(BUCKETS):
            if seconds <= bound:
                self._buckets[index] += 1
                return
        self._buckets[-1] += 1

    def as_text(self, health: Health) -> bytes:
        """The text format of Prometheus."""
        lines = ["# TYPE nentang_exchange_total counter"]
        for (side, service, outcome), number in sorted(self._counts.items()):
            labels = f'side="{side}",service="{_quoted(service)}",outcome="{outcome}"'
            lines.append(f"nentang_exchange_total{{{labels}}} {number}")
        lines.append("# TYPE nentang_exchange_seconds histogram")
        total = 0
        for bound, number in zip((*BUCKETS, "+Inf"), self._buckets, strict=True):
            total += number
            lines.append(f'nentang_exchange_seconds_bucket{{le="{bound}"}} {total}')
        lines += [f"nentang_exchange_seconds_sum {self._sum:.6f}"]
        lines += [f"nentang_exchange_seconds_count {total}"]
        for name in ("snapshot_age_seconds", "unstamped", "connections"):
            lines.append(f"# TYPE nentang_exchange_{name} gauge")
            lines.append(f"nentang_exchange_{name} {getattr(health, name)}")
        lines.append("# TYPE nentang_exchange_healthy gauge")
        lines.append(f"nentang_exchange_healthy {int(health.is_healthy)}")
        return ("\n".join(lines) + "\n").encode()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
