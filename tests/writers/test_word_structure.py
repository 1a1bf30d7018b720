"""Check headings, contents, lists, captions and bookmarks as Word will find them."""

import re
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Figure, Heading, Paragraph, Run
from kizdesk.writers.word.bookmarks import bookmark_name
from tests.writers.conftest import Written, built, w
from tests.writers.sample import document, rich


def starts(word: WordDocument, prefix: str) -> list[str]:
    names = [str(mark.get(w("name"))) for mark in word.element.iter(w("bookmarkStart"))]
    return [name for name in names if name.startswith(prefix)]


def instructions(word: WordDocument) -> list[str]:
    return [str(found.text).strip() for found in word.element.iter(w("instrText"))]


def test_headings_stand_in_order_in_the_styles_of_their_level(word: WordDocument) -> None:
    found = [p for p in word.paragraphs if re.match(r"Heading \d|Überschrift \d ohne", str(p.style and p.style.name))]
    wanted = [block for block in rich().blocks if isinstance(block, Heading)]

    assert [p.text for p in found] == [block.text for block in wanted]
    assert [p.style and p.style.name for p in found] == [
        f"Heading {block.level}" if block.numbered else f"Überschrift {block.level} ohne Nummer" for block in wanted
    ]


def test_every_block_carries_one_hidden_bookmark(word: WordDocument) -> None:
    assert starts(word, "_kiz_") == [bookmark_name(block.id) for block in rich().blocks]


def test_bookmarks_have_numbers_of_their_own_and_an_end(word: WordDocument) -> None:
    opened = [mark.get(w("id")) for mark in word.element.iter(w("bookmarkStart"))]
    closed = [mark.get(w("id")) for mark in word.element.iter(w("bookmarkEnd"))]

    assert len(set(opened)) == len(opened)
    assert sorted(opened) == sorted(closed)


def test_two_blocks_with_the_same_id_still_have_two_bookmarks(read: Written) -> None:
    twice = [Paragraph(id="doppelt", runs=(Run(text),)) for text in ("eins", "zwei")]

    assert len(set(starts(read(*twice), "_kiz_"))) == 2


def test_the_bookmark_of_a_table_sits_on_its_caption(word: WordDocument) -> None:
    captions = [p for p in word.paragraphs if str(p.style and p.style.name) == "Caption"]
    caption = next(p for p in captions if "Kommunen im Vergleich" in p.text)

    names = [str(mark.get(w("name"))) for mark in caption._p.iter(w("bookmarkStart"))]
    assert names[0] == bookmark_name("synopse")
    assert [name[:4] for name in names[1:]] == ["_Toc", "_Ref"]


def test_captions_are_counted_by_fields_whose_result_is_filled_in(word: WordDocument) -> None:
    captions = [p.text for p in word.paragraphs if p.style and p.style.name in ("Caption", "Bildunterschrift")]

    assert captions[0] == "Tabelle\u00a01: Einwohnerinnen und Einwohner am 31.\u00a0Dezember 2012"
    assert captions[1] == "Abbildung\u00a01: Dringlichkeit der Handlungsfelder"
    assert captions[-1] == "Tabelle\u00a07: Quellen"
    assert instructions(word).count(r"SEQ Tabelle \* ARABIC") == 7


def test_the_contents_name_every_heading_with_number_and_page(tmp_path: Path) -> None:
    tree = rich()
    pages = {block.id: 3 + place for place, block in enumerate(tree.blocks)}
    path = tmp_path / "contents.docx"
    path.write_bytes(built(tree, pages=pages))

    entries = [p.text for p in docx.Document(str(path)).paragraphs if str(p.style and p.style.name).startswith("toc ")]

    numbers = numbering(tree).headings
    listed = [block for block in tree.blocks if isinstance(block, Heading) and block.level < 4]
    parts = [(numbers.get(block.id), f"{block.text}\u00a0\u00a0", str(pages[block.id])) for block in listed]
    assert entries == ["\t".join(part for part in entry if part) for entry in parts]


def test_every_entry_of_the_contents_and_of_the_list_of_tables_leads_to_its_place(word: WordDocument) -> None:
    wanted = [text.split()[1] for text in instructions(word) if text.startswith("PAGEREF")]
    linked = [link.get(w("anchor")) for link in word.element.iter(w("hyperlink"))]

    assert len(wanted) == 13 + 7
    assert set(wanted) <= set(starts(word, "_Toc"))
    assert set(wanted) <= set(linked)


def test_word_is_never_told_to_ask_for_an_update(word: WordDocument) -> None:
    assert not list(word.settings.element.iter(w("updateFields")))
    assert not [field for field in word.element.iter(w("fldChar")) if field.get(w("dirty"))]


def test_fields_are_begun_separated_and_ended_in_turn(word: WordDocument) -> None:
    depth, deepest = 0, 0
    for char in word.element.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(str(char.get(w("fldCharType"))), 0)
        deepest = max(deepest, depth)
        assert depth >= 0

    assert (depth, deepest) == (0, 2)


def test_a_document_without_headings_has_no_contents(read: Written) -> None:
    word = read(Paragraph(id="nur-text", runs=(Run("Text"),)))

    assert "Inhalt" not in [p.text for p in word.paragraphs]


def test_ordered_lists_each_count_from_one(word: WordDocument) -> None:
    items = [p for p in word.paragraphs if p.style and p.style.name == "List Number"]
    numbers = [next(p._p.iter(w("numId"))).get(w("val")) for p in items]

    assert [numbers.count(number) for number in dict.fromkeys(numbers)] == [3, 2]
    restarts = [num for num in word.part.numbering_part.element.iter(w("num")) if list(num.iter(w("startOverride")))]
    assert [num.get(w("numId")) for num in restarts] == list(dict.fromkeys(numbers))


def test_quotations_name_who_spoke(word: WordDocument) -> None:
    styles = [str(p.style and p.style.name) for p in word.paragraphs]
    place = styles.index("Quote")

    assert styles[place + 1] == "Zitatquelle"
    assert word.paragraphs[place + 1].text == "Fachbereichsleitung Soziales, Stadt Dormagen"


def test_bold_italic_and_links_are_kept(word: WordDocument) -> None:
    found = next(p for p in word.paragraphs if p.text.startswith("Grundlage ist"))

    assert [run.text for run in found.runs if run.bold] == ["§\u00a07 des Teilhabe- und Integrationsgesetzes"]
    assert [run.text for run in found.runs if run.italic] == ["Februar 2012"]
    assert [link.address for link in found.hyperlinks] == ["https://recht.nrw.de", ""]
    assert found.hyperlinks[1].fragment == bookmark_name("synopse")


def test_a_link_to_nowhere_is_plain_text(read: Written) -> None:
    word = read(Paragraph(id="a", runs=(Run("hier", link="#gibt-es-nicht"), Run(" und dort", link="file:///etc"))))

    assert not list(word.element.iter(w("hyperlink")))
    assert word.paragraphs[-1].text == "hier und dort"


def test_a_sentence_that_ends_in_a_colon_stays_with_its_list(word: WordDocument) -> None:
    kept = [p.text for p in word.paragraphs if p._p.pPr is not None and p.style and p.style.name == "Body Text"]
    leading = [p.text for p in word.paragraphs if p.paragraph_format.keep_with_next and p.text in kept]

    assert leading == ["Danach folgten:"]


def test_a_figure_has_a_text_for_those_who_cannot_see_it(word: WordDocument) -> None:
    figure = next(block for block in rich().blocks if isinstance(block, Figure))
    told = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]

    assert told == [figure.alt]


def test_a_figure_keeps_its_shape_and_fits_the_page(word: WordDocument) -> None:
    shape = word.inline_shapes[0]

    assert round(shape.width.mm) == 160
    assert round(shape.height.mm) == 70


def test_a_figure_wider_or_higher_than_the_page_is_made_smaller(read: Written) -> None:
    shape = read(Figure(id="f", caption="Karte", alt="Karte", svg="<svg/>", width_mm=900)).inline_shapes[0]

    assert shape.width.mm <= 161


def test_the_same_figure_is_stored_once(read: Written) -> None:
    word = read(*(Figure(id=f"f{n}", caption="Karte", alt="Karte", svg="<svg/>") for n in range(3)))

    assert len(word.inline_shapes) == 3
    assert len(word.part.package.image_parts) == 1


def test_an_empty_document_can_be_written() -> None:
    assert built(document())
