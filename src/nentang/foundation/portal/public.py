"""Door of the portal."""

from .adapters.csv_file import csv_file
from .adapters.later import Later, later
from .adapters.limits import Limit, Try, take_try
from .adapters.outages import RETRY_AFTER, outage
from .adapters.pace import Pace, check_pace, forget_calls, keep_pace
from .adapters.pictures import svg_picture
from .adapters.refusals import Refusal, note_refused, refusal_page, was_refused
from .adapters.tile_maps import province_tiles
from .adapters.translations import compile_translations
from .enums import MenuGroup
from .errors import TooManyTries
from .permissions import PageRequest, for_everyone, for_officer, for_person
from .registry import (
    FootLink,
    HomeCard,
    LifeEvent,
    MenuEntry,
    add_home_card,
    add_life_event,
    add_to_foot,
    add_to_menu,
    home_cards,
    life_events,
    menu_for,
    set_search_url,
)
from .rules.cells import safe_cell
from .rules.charts import (
    Bar,
    Bars,
    Fan,
    Gauge,
    Line,
    Lines,
    Mark,
    Point,
    ProvinceMap,
    Reach,
    Share,
    Shares,
    Sparkline,
    Spot,
    Trend,
    Turn,
)
from .rules.parts import Fact, Moment, Tab, TypedField
from .rules.words import day_words, instant_words, money_words, number_words, percent_words

__all__ = [
    "RETRY_AFTER",
    "Bar",
    "Bars",
    "Fact",
    "Fan",
    "FootLink",
    "Gauge",
    "HomeCard",
    "Later",
    "LifeEvent",
    "Limit",
    "Line",
    "Lines",
    "Mark",
    "MenuEntry",
    "MenuGroup",
    "Moment",
    "Pace",
    "PageRequest",
    "Point",
    "ProvinceMap",
    "Reach",
    "Refusal",
    "Share",
    "Shares",
    "Sparkline",
    "Spot",
    "Tab",
    "TooManyTries",
    "Trend",
    "Try",
    "Turn",
    "TypedField",
    "add_home_card",
    "add_life_event",
    "add_to_foot",
    "add_to_menu",
    "check_pace",
    "compile_translations",
    "csv_file",
    "day_words",
    "for_everyone",
    "for_officer",
    "for_person",
    "forget_calls",
    "home_cards",
    "instant_words",
    "keep_pace",
    "later",
    "life_events",
    "menu_for",
    "money_words",
    "note_refused",
    "number_words",
    "outage",
    "percent_words",
    "province_tiles",
    "refusal_page",
    "safe_cell",
    "set_search_url",
    "svg_picture",
    "take_try",
    "was_refused",
]
