"""Be the small widgets that several pages use.

* buttons: ``button(text, kind=, shortcut=, tip=, icon=, name=)``, ``icon_button(icon, tip, …)``, ``key_text(keys)``
* labels: ``label(text, role)``, ``WrapLabel``, ``ElidedLabel``; ``set_look(widget, property, value)``
* cards: ``Card(title)`` with ``head`` and ``body``; ``EmptyState(sentence, button_text)`` with ``begun``
* stats: ``StatRow.show_stats([Stat(value, caption, share)])`` folds by itself; ``share_bar(share, name)``
* ring: ``Ring(theme, rail=)``, ``paint_ring(painter, where, theme, share, rail=)``, ``paint_sign(…)``
* progress: ``ProgressLine.show_progress(text, done, total)`` with ``cancelled``
* scroll: ``ScrollPage.body``; flow: ``FlowRow.add(widget)``, ``Chip(text, id, removable=)`` with ``removed(id)``
* messages: ``MessageBar(theme).say(text, kind, action)`` with ``acted`` and ``closed``
* search: ``SearchField(theme, placeholder)`` with ``searched(words)`` and ``left_down``
* choices: ``SegmentedChoice(options, name)`` and ``StepTabs.show_tabs([(key, text)])``, both with ``chosen(key)``
* columns: ``Columns(widgets, shares, memory, key)``
* date_field: ``DateField(theme, name)`` with ``show_day``, ``day``, ``valid``, ``day_changed``; days: ``day_text``,
  ``read_day``
* text_line: ``TextLine`` is a QLineEdit that cuts nothing
* figure: ``FigureView(theme).show_figure(figure, names)`` with ``region_chosen(id)``; ``FittedFigure(theme,
  most=)`` the same, as high as its width makes it
"""
