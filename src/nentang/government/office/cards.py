"""The office in the officers' menu; who may open the files of documents."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, add_to_menu

from .permissions import bodies_of, may_open_incoming, may_open_outgoing
from .registry import IN, OUT

add_to_menu(MenuEntry(_("Văn thư"), "office:desk", lambda actor: bool(bodies_of(actor)), 30))
grant_access(OUT, may_open_outgoing)
grant_access(IN, may_open_incoming)
