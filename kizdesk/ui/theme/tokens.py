"""Name the colours and sizes of the window; nothing else in the program says a colour or a pixel."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sizes:
    """Be the lengths of the window in logical pixels, on a grid of four, and the sizes of its type in points."""

    unit: int = 4
    gap: int = 12
    gap_small: int = 8
    padding: int = 16
    margin: int = 28
    radius: int = 8
    radius_small: int = 6
    row: int = 38
    control: int = 34
    icon: int = 18
    ring: int = 24
    sign: int = 20
    focus: int = 2
    text_margin: int = 1
    """Between the frame of a text of many lines and its letters, as in a single line."""
    rail: int = 286
    rail_narrow: int = 64
    rail_folds_below: int = 1200
    cards_fold_below: int = 700
    three_columns: int = 840
    """Width below which the third of three columns yields."""
    preview_least: int = 330
    preview_usual: int = 480
    """Width of the preview beside a page."""
    text_width: int = 760
    """Widest measure of running text and of forms."""
    matrix_column: int = 44
    matrix_head: int = 96
    body: float = 11.0
    small: float = 9.5
    card_title: float = 13.0
    question: float = 15.0
    title: float = 19.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """Be the colours of one scheme, by what they are for, and the sizes."""

    scheme: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    background: str
    surface: str
    hover: str
    header: str
    line: str
    field_line: str
    ink: str
    muted: str
    placeholder: str
    disabled: str
    done: str
    attention: str
    problem: str
    info: str
    done_ground: str
    attention_ground: str
    attention_line: str
    problem_ground: str
    problem_line: str
    selection: str
    track: str
    track_ring: str
    focus: str
    danger: str
    danger_hover: str
    on_danger: str
    rail: str
    rail_chosen: str
    rail_hover: str
    rail_field: str
    rail_text: str
    rail_muted: str
    rail_track: str
    rail_ring: str
    rail_done: str
    shade: str
    """What lies over the window below a panel; lets it shine through."""
    paper: str
    """Ground of figures, light in both schemes."""
    paper_ink: str
    sizes: Sizes = field(default_factory=Sizes)


def light() -> Tokens:
    """Return the light scheme."""
    return Tokens(
        scheme="light",
        primary="#0F5C6E",
        primary_hover="#0C4F5F",
        primary_pressed="#0A4452",
        on_primary="#FFFFFF",
        background="#F4F6F7",
        surface="#FFFFFF",
        hover="#EEF4F5",
        header="#EEF2F4",
        line="#D9E0E3",
        field_line="#7C8C94",
        ink="#1C2B33",
        muted="#5B6B73",
        placeholder="#5F7078",
        disabled="#8A979D",
        done="#237043",
        attention="#A15300",
        problem="#A8261E",
        info="#0F5C6E",
        done_ground="#E6F3EA",
        attention_ground="#FFF4E5",
        attention_line="#F3D3A4",
        problem_ground="#FCEBE9",
        problem_line="#EBB8B3",
        selection="#E3F0F2",
        track="#E4EAEC",
        track_ring="#8FA1A9",
        focus="#0F5C6E",
        danger="#A8261E",
        danger_hover="#8E1F18",
        on_danger="#FFFFFF",
        rail="#0A4452",
        rail_chosen="#115D6F",
        rail_hover="#0D5161",
        rail_field="#0D5161",
        rail_text="#FFFFFF",
        rail_muted="#B9D3D9",
        rail_track="#5593A2",
        rail_ring="#FFFFFF",
        rail_done="#7FD1A0",
        shade="#4D0A2A33",
        paper="#FFFFFF",
        paper_ink="#1C2B33",
    )


def dark() -> Tokens:
    """Return the dark scheme."""
    return Tokens(
        scheme="dark",
        primary="#5CBDD0",
        primary_hover="#74CADB",
        primary_pressed="#8FD7E5",
        on_primary="#06232B",
        background="#12191D",
        surface="#1B242A",
        hover="#222E35",
        header="#212C33",
        line="#36444D",
        field_line="#7D8F98",
        ink="#E6EDF0",
        muted="#A3B4BC",
        placeholder="#94A6AF",
        disabled="#6C7C85",
        done="#74CB97",
        attention="#F0B25C",
        problem="#F59A91",
        info="#7CCBDB",
        done_ground="#18332A",
        attention_ground="#33291A",
        attention_line="#6B5127",
        problem_ground="#3A2422",
        problem_line="#7A413C",
        selection="#1D3B44",
        track="#36444D",
        track_ring="#6C7F89",
        focus="#7CCBDB",
        danger="#F59A91",
        danger_hover="#F8B1AA",
        on_danger="#3A0D09",
        rail="#0B2A33",
        rail_chosen="#14505F",
        rail_hover="#113B47",
        rail_field="#113B47",
        rail_text="#F2F7F8",
        rail_muted="#B0CAD1",
        rail_track="#4A8795",
        rail_ring="#F2F7F8",
        rail_done="#7FD1A0",
        shade="#99000000",
        paper="#FFFFFF",
        paper_ink="#1C2B33",
    )
