"""Who keeps the register of businesses. Single records are guarded by their keeper, in registers."""

WRITERS = ("registrar",)
READERS = ("registrar", "leader")
