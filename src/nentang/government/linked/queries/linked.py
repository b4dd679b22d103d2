"""What is linked on a day: the rule, the procedures, and the one form for them."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext

from nentang.foundation.forms.public import FormDefinition, read_form
from nentang.government.catalogue.public import Bundle, ProcedureNotFound, bundle_on
from nentang.government.linked.errors import KindNotFound
from nentang.government.linked.rules.carrying import Outcomes, fill_in, unfounded
from nentang.government.linked.rules.chain import ChainRule, Step
from nentang.government.linked.rules.composing import compose
from nentang.government.linked.rules.kinds import kinds
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import NothingInForce, Rule


class Linked(Frozen, eq=False):
    """Procedures that can be asked for together, as they hold on a day; `bundles` by step."""

    kind: str
    rule: Rule[ChainRule]
    bundles: Mapping[str, Bundle]

    @property
    def chain(self) -> ChainRule:
        """How they are linked."""
        return self.rule.value

    @property
    def form(self) -> FormDefinition:
        """The one form for all."""
        return _composed(self.kind, self.rule.period.valid_from, tuple(self.bundles.values()))


def linked_of(kind: str, on: date) -> Linked:
    """What is linked under that name on that day; KindNotFound where not all of it holds."""
    if kind not in kinds():
        raise KindNotFound
    try:
        rule = kinds()[kind].rule_on(on)
        bundles = {step.name: bundle_on(step.procedure, on) for step in rule.value.steps}
    except (NothingInForce, ProcedureNotFound):
        raise KindNotFound from None
    return Linked(kind, rule, bundles)


def linked_on(on: date) -> list[Linked]:
    """Everything that is linked on that day."""
    found = []
    for kind in kinds():
        try:
            found.append(linked_of(kind, on))
        except KindNotFound:
            continue
    return found


def linked_at(slug: str, on: date) -> Linked:
    """What is linked under that name in addresses; KindNotFound."""
    for each in linked_on(on):
        if each.chain.slug == slug:
            return each
    raise KindNotFound


def unfounded_in(linked: Linked, declared: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with answers that rest on others which were not given, by question."""
    wanted = linked.chain.wanted(declared)[1:]
    names = set[str]().union(*(unfounded(step, declared) for step in wanted))
    return dict.fromkeys(
        sorted(names), gettext("Chọn khác đi: điều này dựa vào câu chưa khai ở phần trước.")
    )


def expected_fees(
    linked: Linked, declared: Mapping[str, Any], *, online: bool = True
) -> dict[str, int]:
    """What each procedure will cost by what was declared so far, in đồng, by step."""
    wanted = linked.chain.wanted(declared)
    return {step.name: _fee(linked.bundles[step.name], step, declared, online) for step in wanted}


def _fee(bundle: Bundle, step: Step, declared: Mapping[str, Any], online: bool) -> int:
    if not step.waits_for:
        return bundle.fee(declared, online=online)
    names = [field.name for field in bundle.form.fields]
    return bundle.fee(fill_in(step, names, declared, Outcomes()).answers, online=online)


@lru_cache(maxsize=64)
def _composed(kind: str, since: date, bundles: tuple[Bundle, ...]) -> FormDefinition:
    """Put together once for the same texts; `since` is the first day of the rule."""
    chain = kinds()[kind].in_force(on=since)
    forms = {
        step.name: bundle.form.source for step, bundle in zip(chain.steps, bundles, strict=True)
    }
    return read_form(compose(kind, chain, forms))
