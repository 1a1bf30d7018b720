"""Be the form kit: descriptions become labels, help and editors, and editors write themselves."""

from kizdesk.ui.forms.binding import Binding
from kizdesk.ui.forms.choice import Choice, Flag, ThreeWay
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.line import Amount, Clock, Day, Line, Whole
from kizdesk.ui.forms.long_text import LongText
from kizdesk.ui.forms.one import One
from kizdesk.ui.forms.options import Option, Source, fixed, records_of
from kizdesk.ui.forms.record_form import RecordForm
from kizdesk.ui.forms.spec import FieldSpec, Group

__all__ = [
    "Amount",
    "Binding",
    "Choice",
    "Clock",
    "Day",
    "Editor",
    "FieldSpec",
    "Flag",
    "Group",
    "Line",
    "LongText",
    "One",
    "Option",
    "RecordForm",
    "Source",
    "ThreeWay",
    "Whole",
    "fixed",
    "records_of",
]
