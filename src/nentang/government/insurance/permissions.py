"""Who keeps the insurance register. Single records are guarded by their keeper, in registers."""

WRITERS = ("registrar",)
READERS = ("registrar", "leader")
