"""Asks many things and remembers what made the house fall over."""

from typing import Any

from django.test import Client
from msgspec import Struct, field


class Asker(Struct):
    """A browser that goes on after a fault, and the faults it met."""

    client: Client
    faults: set[str] = field(default_factory=set)
    asked: int = 0

    def ask(self, method: str, address: str, data: Any = None, **more: Any) -> Any:
        """The answer; a fault of the house, or one that no answer tells, is written down."""
        self.client.raise_request_exception = False
        self.asked += 1
        answer = getattr(self.client, method)(address, data, **more)
        if answer.status_code == 500:
            told = getattr(answer, "exc_info", None)
            fault = f"{told[0].__name__}: {str(told[1])[:80]}" if told else "told nothing"
            self.faults.add(f"{method} {address[:60]}: {fault}")
        if answer.streaming:
            answer.getvalue()
        return answer
