"""Who may open the files of linked matters."""

from nentang.foundation.documents.public import grant_access

from .permissions import may_open_files

grant_access("chain", may_open_files)
