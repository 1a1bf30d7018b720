from enum import Enum
from pathlib import Path

class FileFormat(Enum):
    OFFICE_2007 = "office2007"
    OFFICE_2010 = "office2010"
    OFFICE_2013 = "office2013"
    OFFICE_2016 = "office2016"
    OFFICE_2019 = "office2019"
    OFFICE_2021 = "office2021"
    MICROSOFT_365 = "microsoft365"

class ValidationSeverity(Enum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

class ValidationError:
    description: str
    part_uri: str
    path: str
    node: str | None
    severity: ValidationSeverity

class ValidationResult:
    is_valid: bool
    errors: list[ValidationError]
    @property
    def error_count(self) -> int: ...
    @property
    def warning_count(self) -> int: ...

class OpenXmlValidator:
    def __init__(self, file_format: FileFormat = ..., max_errors: int = ...) -> None: ...
    def validate(self, path: str | Path) -> ValidationResult: ...
