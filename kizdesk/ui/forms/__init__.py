"""Be the form kit: descriptions become labels, help and editors, and editors write themselves.

* ``FieldSpec(name, label, editor, help="", required=False, placeholder="", wide=False)``; ``editor`` is an editor class
  or a partial of one: ``partial(Amount, unit="€ im Jahr", optional=True)``. ``Group(title, specs, help="")``
* ``RecordForm(session, record_type, groups, parent=None, *, delay=500)``: ``show_record(id | None)``,
  ``refresh(changes)`` (call it from the refresh of the page), ``reveal(field) -> bool``, ``focus_first()``,
  ``flush()``, ``editor(field)``, ``binding(field)``, ``set_shown(field, shown=)``, ``record_id``, ``fields``;
  ``set_write(field, write)`` with ``write(record_id, value, stay)``; signal ``record_gone``; stands in a ``ScrollPage``
* ``DeskSpec(record_type, columns, groups, make, new_text, empty, rows=None, copies=True,
  new_in_head=False, drops_unused=False, upright=False,
  name="")``;
  ``make(session) -> record``, ``rows(session) -> records``
* ``RecordDesk(session, spec, parent=None)``: ``refresh(changes)``, ``reveal(id, field="") -> bool``,
  ``show_record(id) -> bool``, ``record``, ``add_new()``, ``duplicate()``, ``delete_chosen()``, ``move_record(step)``,
  ``table``, ``form``, actions ``new_action`` (for the head of the page), ``copy_action``, ``delete_action``;
  signal ``chosen(record | None)``. In the list: Einfg, Entf, Strg+D, Alt+Pfeile, Eingabe
* ``Sheet(session, name)`` in ``sheet``: a form that stands on the page until it is done; ``add_row``, ``cell``,
  ``put_words``, ``act``, ``submitted``, ``refuse``; signal ``closed``
* ``Binding(editor, session, read, write, *, delay=500, parent=None)`` for editors outside a form: ``read()``,
  ``write(value, stay)``; ``show()``, ``refresh()``, ``flush() -> bool``, ``is_dirty``, ``sentence``; signal
  ``refused(sentence)``, empty when all is well. ``FieldCell(editor, label, help, required=)`` puts the words around it

Editors are made as ``Editor(session, parent=None, **settings)``; ``value()`` raises UserError, ``set_value(v)``,
``set_read_only(on=)``, ``set_placeholder``, ``reload()``, ``describe(name, description)``, ``mark(state)``;
signals ``edited``, ``committed``, ``left``.

* text: ``Line(unit="")`` · ``LongText(least=3, most=14)`` · ``Prose(least=6)`` Markdown · ``Lines()`` tuple of texts
* numbers: ``Whole(unit, optional, least=0, most, grouped=True)`` int · ``Amount(unit="€", optional, least=0, most,
  places=2, factor=1)`` Decimal; ``factor=100, unit="%"`` for shares; None is „nicht beziffert“
* time: ``Day(optional=True)`` · ``Clock()``
* choice: ``Choice(of=Enum, optional=False, empty="offen")`` · ``Flag(text="ja")`` · ``ThreeWay(words=…)`` bool | None
* records: ``One(source=, optional=True, empty=…, none="")`` · ``Many(source=)`` tuple; sources
  ``records_of(Type, text, only=None, by_position=False)``, ``fixed((value, words), …)``, or any
  ``(session) -> Sequence[Option]``
* rows: ``Rows(columns=(RowColumn(title, name, kind, options), …), make=None)``; ``kind`` is text, amount, whole or
  choice; ``make=FundingRow`` builds dataclasses, without it rows are tuples of texts
"""

from kizdesk.ui.forms.binding import Binding
from kizdesk.ui.forms.cell import FieldCell
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
    "FieldCell",
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
