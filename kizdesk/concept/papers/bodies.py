"""Name a body within a sentence: „der Kreistag“, „dem Kreistag“; one of unknown gender is put in quotation marks."""

from __future__ import annotations

from kizdesk.concept.german import Named, quoted
from kizdesk.concept.wording import Wording


def body_named(name: str, words: Wording) -> Named:
    """Return the name of a body with its article in the cases that sentences use."""
    for word in name.split():
        plain = word.rstrip(",;.").casefold()
        if plain.endswith(words.lists["bodies.masculine"]):
            return Named(name, f"der {name}", f"den {name}", f"dem {name}", f"im {name}", f"vom {name}")
        if plain.endswith(words.lists["bodies.feminine"]):
            return Named(name, f"die {name}", f"die {name}", f"der {name}", f"in der {name}", f"von der {name}")
        if not plain.endswith("-") and plain not in words.lists["bodies.links"]:
            break
    called = quoted(name)
    return Named(
        name,
        f"das Gremium {called}",
        f"das Gremium {called}",
        f"dem Gremium {called}",
        f"im Gremium {called}",
        f"vom Gremium {called}",
    )
