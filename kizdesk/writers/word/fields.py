"""Write Word's fields with their results filled in, so that nothing needs updating on opening."""

from __future__ import annotations

from kizdesk.writers.word.xml import attribute, run

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def opened(instruction: str) -> str:
    """Return the beginning of a field, up to its result."""
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{SEPARATE}'


def field(instruction: str, result: str, look: str = "") -> str:
    """Return a whole field; a look is that of all its runs, for LibreOffice asks the first."""
    whole = f"{opened(instruction)}{run(result)}{END}"
    return whole.replace("<w:r>", f"<w:r><w:rPr>{look}</w:rPr>") if look else whole


def counted(label: str, number: int) -> str:
    """Return the running number of a caption with this label."""
    return field(rf"SEQ {label} \* ARABIC", str(number))


def linked(anchor: str, content: str) -> str:
    """Return a link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{attribute(anchor)}" w:history="1">{content}</w:hyperlink>'
