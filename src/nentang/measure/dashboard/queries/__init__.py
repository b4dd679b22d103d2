"""Reads of the dashboard: names of committees, shortfalls by place and procedure, packs."""

from .boards import Board, board_of, place_of
from .bodies import committees
from .briefing import Briefing, briefing_of
from .charts import bars_of, goal_marks, map_of, trend_of
from .choice import Choice, choice_of
from .dossiers import Waiting, waiting_dossiers
from .packs import PAGE, find_pack, packs_for, waiting_packs
from .reasons import by_field, by_place, of_parts, procedure_names
from .sources import facts_source
from .trees import tree_of, tree_of_pack
from .words import Shown, amount, language, shown

__all__ = [
    "PAGE",
    "Board",
    "Briefing",
    "Choice",
    "Shown",
    "Waiting",
    "amount",
    "bars_of",
    "board_of",
    "briefing_of",
    "by_field",
    "by_place",
    "choice_of",
    "committees",
    "facts_source",
    "find_pack",
    "goal_marks",
    "language",
    "map_of",
    "of_parts",
    "packs_for",
    "place_of",
    "procedure_names",
    "shown",
    "tree_of",
    "tree_of_pack",
    "trend_of",
    "waiting_dossiers",
    "waiting_packs",
]
