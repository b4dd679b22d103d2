"""A condition that a partial index can be found by on either database."""

from collections.abc import Collection

from django.db import models


class OneOf(models.Func):
    """Whether a column holds one of these constants, said in SQL without parameters.

    SQLite does not see that `state IN (?, ?)` is what an index is for.
    """

    output_field = models.BooleanField()

    def __init__(self, column: str, constants: Collection[str]) -> None:
        if not all(each.isidentifier() for each in constants):
            raise ValueError(f"no constants: {constants}")
        listed = ", ".join(f"'{each}'" for each in constants)
        super().__init__(models.F(column), template=f"%(expressions)s IN ({listed})")
