"""Know how a name is written in a text: with Frau or a title, turned round, shortened, in the genitive."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

_TITLE = r"(?:Frau|Fr\.|Herrn?|Hr\.|(?:Prof|Dr|med|phil|jur|pol|rer|nat)\.)"
_TITLES = re.compile(rf"(?:(?:{_TITLE}|Dipl\.-\w+\.?)\s+)+(?=\S)")
_BRACKETS = re.compile(r"\([^()]*\)")
_DEGREE = re.compile(r"(?:\w*\.)+|Md[BL]")
"""What stands behind a comma and is no name: ``M.A.``, ``LL.M.``."""
_BEHIND = re.compile(r"""([“”"«]\s*\()([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)(?=\)|\n|\Z)""")
"""Who spoke, in brackets behind the words."""
_BEGIN, _END = r"(?<![\w-])", r"(?!\w|-\w)"
_GENITIVE = r"(?:['’]s?|s)?"


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in the order in which they are spoken, without titles and degrees."""
    before, _, behind = _BRACKETS.sub(" ", name).partition(",")
    first = _TITLES.sub("", behind.strip())
    turned = "" if _DEGREE.fullmatch(first.replace(" ", "")) else first
    spoken = f"{turned} {_TITLES.sub('', before.strip())}".split()
    return tuple(word for word in spoken if any(map(str.isalnum, word)))


def surname(name: str) -> str:
    """Return the last word of a name, empty without a name."""
    return next(reversed(words_of(name)), "")


def key_of(name: str) -> str:
    """Return a name as it is looked up, however it was spaced and with whatever title."""
    return " ".join(_TITLES.sub("", name.strip()).split())


def called(text: str, last: str) -> bool:
    """Tell whether a surname stands in a text as a word."""
    return last in text and re.search(_BEGIN + re.escape(last) + _END, text) is not None


def attributed(text: str, named: Callable[[str], str]) -> str:
    """Return a text with what stands in brackets behind each quotation worded anew."""
    return _BEHIND.sub(lambda found: found[1] + named(found[2]), text)


def full_name(words: Sequence[str], function: str, *, has_genitive: bool = False, is_addressed: bool = False) -> str:
    """Return the pattern of a whole name, and of the function before or behind it, which would else stand there twice.

    Somebody who is addressed is called by surname behind Frau, a title or the function. A surname alone is no name: it
    may be a place or a firm.
    """
    *first, last = (re.escape(word) for word in words)
    duty = re.escape(function.strip())
    before = rf"(?:(?:{_TITLE}{'|' + duty if duty else ''})\s+)"
    if is_addressed:
        given = rf"(?:(?:{'|'.join(first)})\s+)*" if first else ""
        name = rf"{before}+{given}{last}"
    elif first:
        begin, *middle = first
        initial = rf"(?:{begin}|{re.escape(words[0][0])}\.)"
        inner = "".join(rf"(?:\s+{word})?" for word in middle)
        turned = "|".join(_turned((*first, last), place) for place in range(1, len(words)))
        name = rf"{before}*(?:{initial}{inner}\s+{last}|{turned})"
    else:
        name = last
    genitive = _GENITIVE if has_genitive else ""
    behind = rf"(?:, {duty}{_END})?" if duty else ""
    return f"{_BEGIN}{name}{genitive}{_END}{behind}"


def _turned(words: Sequence[str], place: int) -> str:
    """Return the pattern of a name with the words from a place on in front: ``von der Heide, Anna``."""
    begin, *middle = words[:place]
    family = r"\s+".join(words[place:])
    given = begin + "".join(rf"(?:\s+{word})?" for word in middle)
    return rf"{family},\s*{given}"
