"""Be the look: tokens, one style sheet, fonts and signs.

``apply(application, scheme="light", scale=1.0) -> Theme`` puts it on; ``Theme`` is handed to whoever paints by hand:
``tokens``, ``sizes``, ``colour(token)``, ``icon(name, token)``, ``pixmap(…)``, ``font(points, weight)``,
``choose(scheme, scale)``, signal ``changed``. Dynamic properties the sheet knows:

* buttons: ``kind`` = ``primary`` ``plain`` ``quiet`` ``danger`` ``link``; ``dense`` = true for rows of small buttons
* labels: ``role`` = ``title`` ``subtitle`` ``card_title`` ``muted`` ``small`` ``strong`` ``done`` ``attention``
  ``problem`` ``info`` ``question`` ``value``; on the rail ``rail_title`` and ``rail_muted``
* frames and plain widgets: ``ground`` = ``page`` ``card`` ``plain`` ``selection`` ``attention`` ``problem`` ``done``
  ``info`` ``rail`` ``status``; the page itself ``page``
* editors: ``state`` = ``error`` or ``attention``
"""

from kizdesk.ui.theme.theme import SCHEMES, Theme, apply, palette
from kizdesk.ui.theme.tokens import Sizes, Tokens, dark, light

__all__ = ["SCHEMES", "Sizes", "Theme", "Tokens", "apply", "dark", "light", "palette"]
