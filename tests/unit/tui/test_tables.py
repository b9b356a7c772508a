"""Tables: columns share the measure, and no word is lost on any page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.tui.reading.rows import Row
from briefing.tui.reading.tables import natural_widths, share, table_rows

TABLE = "Country\tShare\tNote\nKazakhstan\t29%\tThe longest shore of the five"


def plain(rows: list[Row]) -> list[str]:
    return ["".join(run.text for run in row).rstrip() for row in rows]


def test_a_table_that_fits_keeps_its_natural_widths() -> None:
    assert plain(table_rows(TABLE, 72)) == [
        "Country    │ Share │ Note",
        "───────────┼───────┼──────────────────────────────",
        "Kazakhstan │   29% │ The longest shore of the five",
    ]


def test_the_widest_column_gives_way_and_its_cells_wrap() -> None:
    assert plain(table_rows(TABLE, 36)) == [
        "Country    │ Share │ Note",
        "───────────┼───────┼────────────────",
        "Kazakhstan │   29% │ The longest",
        "           │       │ shore of the",
        "           │       │ five",
    ]


def test_columns_that_cannot_stand_abreast_become_records() -> None:
    assert plain(table_rows(TABLE, 20)) == [
        "Country",
        "  Kazakhstan",
        "Share",
        "  29%",
        "Note",
        "  The longest shore",
        "  of the five",
    ]


def test_a_row_with_fewer_cells_than_the_header_is_set() -> None:
    assert plain(table_rows("a\tb\nc", 20))[-1] == "c │"


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(10, 120))
def test_columns_never_take_more_than_the_measure(natural: list[int], width: int) -> None:
    widths = share(tuple(natural), width)
    assert not widths or sum(widths) + 3 * (len(natural) - 1) <= width
    assert all(got <= wanted for got, wanted in zip(widths, natural, strict=False))


@given(
    st.lists(
        st.lists(st.text(st.sampled_from("ab 中"), max_size=30), min_size=1, max_size=4),
        min_size=1,
        max_size=5,
    ),
    st.integers(12, 80),
)
def test_no_cell_is_lost_and_no_row_too_wide(cells: list[list[str]], width: int) -> None:
    text = "\n".join("\t".join(line) for line in cells)
    rows = table_rows(text, width)
    assert all(cell_len(line) <= width for line in plain(rows))
    shown = {run.start + at for row in rows for run in row if run.start >= 0
             for at in range(len(run.text))}  # fmt: skip
    header_only_names = not share(natural_widths(text), width) and len(cells) > 1
    begin = len(text.split("\n")[0]) + 1 if header_only_names else 0
    assert all(at in shown for at in range(begin, len(text)) if text[at] in "ab中")


def test_a_column_without_a_cell_keeps_its_name() -> None:
    rows = table_rows("Country\tShare of the shore\tNote\nKazakhstan\t29%\t", 20)
    assert plain(rows) == ["Country", "  Kazakhstan", "Share of the shore", "  29%", "Note"]
    assert [row[0].start for row in rows if row[0].style == "muted"] == [0, 8, 27]


def test_numbers_stand_at_the_right_and_a_missing_one_does_not_matter() -> None:
    text = "Port\tTonnes\tOn\nA\t1,200.50\t2 May\nB\t–\t3 May\nC\t7 %\t4 May"
    assert plain(table_rows(text, 40))[2:] == [
        "A    │ 1,200.50 │ 2 May",
        "B    │        – │ 3 May",
        "C    │      7 % │ 4 May",
    ]


def test_columns_stand_where_their_author_sets_them() -> None:
    text = "One\tTwo\tThree\na\tb\t7"
    assert plain(table_rows(text, 40, marker="-:|:-:|:-")) == [
        "One │ Two │ Three",
        "────┼─────┼──────",
        "  a │  b  │ 7",
    ]


def test_a_record_has_its_cells_beside_their_names_where_there_is_room() -> None:
    names = "\t".join("ABCDEFG")
    cells = "\t".join(["one of two rows at least", *"bcdefg"])
    assert plain(table_rows(f"{names}\n{cells}\n{cells}", 20))[:4] == [
        "A  one of two rows",
        "   at least",
        "B  b",
        "C  c",
    ]
