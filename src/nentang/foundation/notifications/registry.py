"""Templates of messages, as the apps declare them."""

from nentang.kernel.frozen import Frozen

from .enums import Channel
from .rules import names_in


class MessageTemplate(Frozen):
    """A message in two languages. Names in braces are filled from the context of `notify`.

    It always stands on the person's page; `channels` says by which other ways it goes. `link` is a
    path of this installation. `urgent` messages (a code that expires) do not wait for the morning.
    """

    code: str
    title_vi: str
    title_en: str
    body_vi: str
    body_en: str
    channels: tuple[Channel, ...] = (Channel.EMAIL, Channel.PUSH)
    link: str = ""
    urgent: bool = False

    def title(self, language: str) -> str:
        """The title in that language, Vietnamese unless English is asked for."""
        return self.title_en if language == "en" else self.title_vi

    def body(self, language: str) -> str:
        """The body in that language, Vietnamese unless English is asked for."""
        return self.body_en if language == "en" else self.body_vi


_templates: dict[str, MessageTemplate] = {}


def declare_template(template: MessageTemplate) -> MessageTemplate:
    """Make the template known and return it; ValueError where the two languages name other facts."""
    vi = names_in(template.title_vi) | names_in(template.body_vi)
    en = names_in(template.title_en) | names_in(template.body_en)
    if vi != en:
        raise ValueError(f"{template.code}: the languages differ in {sorted(vi ^ en)}")
    if _templates.get(template.code, template) != template:
        raise ValueError(f"{template.code} is declared twice")
    _templates[template.code] = template
    return template


def template_named(code: str) -> MessageTemplate:
    """The template; LookupError names those there are."""
    try:
        return _templates[code]
    except KeyError:
        known = ", ".join(sorted(_templates)) or "none"
        raise LookupError(f"no message template {code!r}; declared: {known}") from None
