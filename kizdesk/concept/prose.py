"""Turn the small Markdown of prose into blocks: paragraph, list, bold, italic, link.

A piece's id is that of its text with ``#`` and the place of the piece: text and pieces are one
thing in a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kizdesk.concept.tree import Listing, Paragraph, ParagraphStyle, Run, Runs, SourceRef

_MARKED = re.compile(r"[*_`\[\\<>&#~=]")
_LISTED = re.compile(r"\s*(?:[-+]|\d+[.)])\s")
_LISTED_BELOW = re.compile(r"\n\s*(?:[-+]|\d+[.)])\s")
"""What is not plain text; apart, for each alone is found several times as fast as all together."""
_SPELLED = 64
"""Texts whose pieces stay in memory: what is printed of an answer is asked for again for what counts of it."""
_GENDER_STAR = re.compile(r"(?<=[\w/])(?<!\*)\*(?=in|(?:e[mnrs]?|[mnrs])\b)")
_ITEM = re.compile(r"^(?:[-+*]|\d+[.)])\s+")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Be a paragraph (one item) or a list of a text."""

    items: tuple[Runs, ...]
    is_list: bool = False
    ordered: bool = False


def prose(
    block_id: str,
    text: str,
    *,
    sources: tuple[SourceRef, ...] = (),
    municipalities: tuple[str, ...] = (),
    style: ParagraphStyle = ParagraphStyle.BODY,
    lead: Runs = (),
    lead_values: tuple[str, ...] = (),
) -> Iterator[Paragraph | Listing]:
    """Yield the blocks of a text; ``lead`` stands before its first paragraph, ``lead_values`` is the data behind it."""
    for index, piece in enumerate(pieces(text)):
        here = f"{block_id}#{index + 1}"
        if piece.is_list:
            if not index and lead:
                yield Paragraph(id=f"{block_id}#0", runs=lead, values=lead_values, municipalities=municipalities)
            yield Listing(
                id=here, items=piece.items, ordered=piece.ordered, sources=sources, municipalities=municipalities
            )
            continue
        words = piece.items[0]
        led = bool(lead) and not index
        yield Paragraph(
            id=here,
            runs=lead + words if led else words,
            values=(*lead_values, plain_text(words)) if led else None,
            sources=sources,
            municipalities=municipalities,
            style=style,
        )


def plain_text(runs: Runs) -> str:
    """Return the words without their type."""
    return "".join(run.text for run in runs)


def inline(text: str) -> Runs:
    """Return a text as one line of runs; its blocks are joined by blanks."""
    joined: list[Run] = []
    for piece in pieces(text):
        for item in piece.items:
            joined.extend([Run(" ")] if joined else [])
            joined.extend(item)
    return tuple(joined)


def cell_text(text: str) -> str:
    """Return a text as the words of a cell: each of its lines and list items a paragraph, without markup."""
    lines = (_ITEM.sub("", line.strip()) for line in text.splitlines())
    return "\n".join(plain_text(inline(line)) for line in lines if line)


@lru_cache(maxsize=_SPELLED)
def pieces(text: str) -> tuple[Piece, ...]:
    """Return the paragraphs and lists of a text."""
    stripped = text.strip()
    if not stripped:
        return ()
    if not (_MARKED.search(stripped) or _LISTED.match(stripped) or _LISTED_BELOW.search(stripped)):
        return tuple(Piece(((Run(" ".join(part.split())),),)) for part in _BREAK.split(stripped))
    tree = SyntaxTreeNode(_parser().parse(_GENDER_STAR.sub(r"\\*", stripped)))
    return tuple(_blocks(tree))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["html_block", "html_inline", "code", "fence", "image", "reference"], ignoreInvalid=True)
    return parser


def _blocks(node: SyntaxTreeNode) -> Iterator[Piece]:
    for child in node.children:
        match child.type:
            case "paragraph":
                yield Piece((_runs(child),))
            case "heading":
                yield Piece((tuple(replace(run, bold=True) for run in _runs(child)),))
            case "bullet_list":
                items = tuple(filter(None, (_item(item) for item in child.children)))
                yield from [Piece(items, is_list=True)] if items else []
            case "ordered_list":
                yield from _ordered(child)
            case "hr":
                continue
            case _ if child.children:
                yield from _blocks(child)
            case _ if child.content.strip():
                yield Piece(((Run(child.content.strip()),),))


def _ordered(node: SyntaxTreeNode) -> Iterator[Piece]:
    """Yield an ordered list if it counts from one; else its numbers are words, such as the day of a date."""
    marks = [item.info for item in node.children]
    items = tuple(_item(item) for item in node.children)
    if len(items) > 1 and all(items) and marks == [str(number) for number in range(1, len(items) + 1)]:
        yield Piece(items, is_list=True, ordered=True)
        return
    for mark, item in zip(marks, items, strict=True):
        yield Piece((_merged([Run(f"{mark}{node.markup} "), *item]),))


def _item(node: SyntaxTreeNode) -> Runs:
    joined: list[Run] = []
    for piece in _blocks(node):
        for index, item in enumerate(piece.items):
            if joined:
                joined.append(Run("; " if index else ": " if piece.is_list else " "))
            joined.extend(item)
    return tuple(joined)


_PLAIN = Run("")


def _runs(node: SyntaxTreeNode, like: Run = _PLAIN) -> Runs:
    found: list[Run] = []
    for child in node.children:
        match child.type:
            case "strong":
                found.extend(_runs(child, replace(like, bold=True)))
            case "em":
                found.extend(_runs(child, replace(like, italic=True)))
            case "link":
                found.extend(_runs(child, replace(like, link=str(child.attrs.get("href", "")))))
            case "softbreak" | "hardbreak":
                found.append(replace(like, text=" "))
            case "inline":
                found.extend(_runs(child, like))
            case _:
                found.append(replace(like, text=child.content))
    return _merged(found)


def _merged(runs: list[Run]) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)
