"""Be the form kit: descriptions become labels, help and editors, and editors write themselves."""

from kizdesk.ui.forms.binding import Binding
from kizdesk.ui.forms.choice import Choice, Flag, ThreeWay
from kizdesk.ui.forms.day import Day
from kizdesk.ui.forms.desk import RecordDesk
from kizdesk.ui.forms.desk_spec import DeskSpec
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.line import Amount, Clock, Line, Whole
from kizdesk.ui.forms.lines import Lines
from kizdesk.ui.forms.long_text import LongText
from kizdesk.ui.forms.many import Many
from kizdesk.ui.forms.one import One
from kizdesk.ui.forms.options import Option, Source, fixed, records_of
from kizdesk.ui.forms.prose import Prose
from kizdesk.ui.forms.record_form import RecordForm
from kizdesk.ui.forms.row_model import RowColumn
from kizdesk.ui.forms.rows import Rows
from kizdesk.ui.forms.spec import FieldSpec, Group

__all__ = [
    "Amount",
    "Binding",
    "Choice",
    "Clock",
    "Day",
    "DeskSpec",
    "Editor",
    "FieldSpec",
    "Flag",
    "Group",
    "Line",
    "Lines",
    "LongText",
    "Many",
    "One",
    "Option",
    "Prose",
    "RecordDesk",
    "RecordForm",
    "RowColumn",
    "Rows",
    "Source",
    "ThreeWay",
    "Whole",
    "fixed",
    "records_of",
]
