from collections.abc import Mapping
from os import PathLike
from typing import IO, Any

from docx.document import Document

class DocxTemplate:
    docx: Document | None
    def __init__(self, template_file: IO[bytes] | str | PathLike[str]) -> None: ...
    def render(self, context: Mapping[str, Any], jinja_env: Any = None, autoescape: bool = False) -> None: ...
    def save(self, filename: IO[bytes] | str | PathLike[str], *args: Any, **kwargs: Any) -> None: ...
