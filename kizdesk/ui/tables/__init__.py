"""Show frozen rows of any kind in tables and lists; columns are described as data.

* ``Column(title, value, text=, sort=, tip=, role=, sign=, check=, align=, width=, stretch=, strong=, rotated=, key=)``
* ``TableView(columns, key, theme, memory, name)``: ``show_rows(rows)``, ``show_empty(sentence, button_text)`` with
  ``empty_state.begun``, ``look_for(words)``, ``reveal(key)``, ``current_row``, ``selected_rows``, ``order_by(column)``,
  ``copy_selection()``; signals ``row_activated(row)``, ``row_changed(row or None)``, ``selection_moved()``
* ``TickTable(…)``: a ``TableView`` with boxes where a column has ``check``; signal ``rows_ticked(rows)``
* ``OrderedList(key, text, theme, name)``: ``show_rows(rows)``, ``reveal(key)``, ``set_fixed(fixed=)``; signals
  ``ordered(ids)``, ``row_changed(row)``, ``row_activated(row)``
"""

from kizdesk.ui.tables.column import Column, spell
from kizdesk.ui.tables.ordered import OrderedList
from kizdesk.ui.tables.ticking import TickTable
from kizdesk.ui.tables.view import TableView

__all__ = ["Column", "OrderedList", "TableView", "TickTable", "spell"]
