"""What can be done: order a briefing pack, make it."""

from .make_briefing_pack import make_briefing_pack
from .make_briefing_packs import make_briefing_packs
from .order_briefing_pack import order_briefing_pack

__all__ = ["make_briefing_pack", "make_briefing_packs", "order_briefing_pack"]
