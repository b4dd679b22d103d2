"""What the programme contributes elsewhere: a link in the menu, and judgements of figures."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu
from nentang.measure.indicators.public import Goal, Judgement, judge_with
from nentang.measure.small_registers.public import Related, RelatedLink, relate

from .context.words import WORDS
from .queries import obstacles_about, target_for, target_names
from .rules.standing import standing


def judge(indicator: str, value: float | None, on: date) -> Judgement | None:
    """How a figure stands to its target of the Programme; None where it has none."""
    target = target_for(indicator, on)
    if target is None:
        return None
    word, tone = WORDS[standing(target, value, on).word]
    goals = tuple(Goal(year, goal) for year, goal in sorted(target.goals.items()))
    return Judgement(goals, str(word), tone)


def obstacles_linked(document: str) -> list[RelatedLink]:
    """Targets that wait for that document to be amended, each once."""
    codes = list(dict.fromkeys(each.target_code for each in obstacles_about(document)))
    names = target_names(codes)
    return [
        RelatedLink(names.get(code, code), reverse("programme:target", args=[code]))
        for code in codes
    ]


judge_with(judge)
relate("legal_review", Related(_("Vướng mắc của mục tiêu"), obstacles_linked))
add_to_menu(
    MenuEntry(_("Mục tiêu"), "programme:targets", lambda actor: True, 110, group=MenuGroup.WATCH)
)
