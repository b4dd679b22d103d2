"""Door of the index: what was published of units, and by which framework."""

from .models import Result
from .queries import latest_publication, results_of
from .rules.framework import Framework, law_of, rule_for

__all__ = ["Framework", "Result", "latest_publication", "law_of", "results_of", "rule_for"]
