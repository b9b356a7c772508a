from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.library.entry import Entry
from briefing.tui.dates import day
from briefing.tui.links import plain_host, refusal
from briefing.tui.newest import NewestWins
from briefing.tui.shelves import places
from briefing.tui.widgets.line import fit, pad, spread
from briefing.tui.widgets.status import Piece, fitted
from briefing.tui.widgets.tabs import SIZES, Tab

widths = st.integers(0, 60)


@given(st.text(), widths)
def test_a_fitted_text_is_never_wider_than_its_room(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


@given(st.text(alphabet="ab 中é", max_size=80), widths)
def test_a_padded_text_fills_its_room(text: str, width: int) -> None:
    assert cell_len(pad(text, width)) == width


@given(st.text("abc "), st.text("xyz", max_size=20), st.integers(1, 60))
def test_two_texts_at_the_ends_fill_the_line(left: str, right: str, width: int) -> None:
    first, second = spread(left, right, width)
    assert cell_len(first) + cell_len(second) == width


PLACE = (Piece("2 of 6", 1), Piece("Drone warfare", 0, elastic=True), Piece("34 %", 3))


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "2 of 6 · Drone warfare · 34 %"),
        (26, "2 of 6 · Drone war… · 34 %"),
        (20, "2 of 6 · 34 %"),
        (8, "34 %"),
        (3, "34…"),
        (0, ""),
    ],
)
def test_the_place_gives_way_piece_by_piece(width: int, shown: str) -> None:
    assert fitted(PLACE, width) == shown


def test_tabs_keep_their_key_in_every_size() -> None:
    tab = Tab("trends", "2", "Key trends", "Trd", "5")
    texts = ["".join(size.parts(tab, active=False)) for size in SIZES]
    assert texts[0] == " 2 Key trends 5 "
    assert texts[-1] == "2"
    assert all("2" in text for text in texts)


@pytest.mark.parametrize(
    "target", ["http://a.example", "https://a.example/b?c=d#e", "mailto:desk@a.example"]
)
def test_the_web_and_mail_may_be_opened(target: str) -> None:
    assert refusal(target) == ""


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "vbscript:x",
        "notes.md",
        "#top",
        "",
        "--help",
        "https://a b",
        "http://[",
        "https://a.example/\x1b]52;c;x\x07",
    ],
)
def test_nothing_else_may_be_opened(target: str) -> None:
    assert refusal(target)


def test_a_host_that_only_looks_like_another_is_spelt_out() -> None:
    assert plain_host("https://раypal.example/") == "xn--ypal-43d9g.example"
    assert plain_host("https://paypal.example/") == ""


def test_only_the_newest_question_is_answered() -> None:
    started, go_on = threading.Event(), threading.Event()
    delivered: list[str] = []
    done = threading.Event()
    interrupted: list[bool] = []

    def answer(question: str) -> tuple[str, ...]:
        if question == "first":
            started.set()
            go_on.wait(5)
        return (question.upper(),)

    def deliver(_question: str, found: str) -> None:
        delivered.append(found)
        done.set()

    def failed(_question: str, error: Exception) -> None:
        raise AssertionError from error

    thread = NewestWins(answer, deliver, failed, lambda: interrupted.append(True))
    thread.ask("first")
    started.wait(5)
    for question in ("second", "third", "last"):
        thread.ask(question)
    go_on.set()
    assert done.wait(5)
    thread.close()
    assert delivered == ["LAST"]
    assert interrupted


def test_an_answer_that_waits_is_woken_by_a_newer_question() -> None:
    overtaken: list[bool] = []
    waits, done = threading.Event(), threading.Event()

    def answer(question: str) -> Iterator[str]:
        yield question
        if question == "first":
            waits.set()
            overtaken.append(thread.overtaken_within(20))

    def deliver(question: str, _found: str) -> None:
        if question == "second":
            done.set()

    thread = NewestWins(answer, deliver, lambda *_: None)
    thread.ask("first")
    assert waits.wait(5)
    thread.ask("second")
    assert done.wait(5)
    thread.close()
    assert overtaken == [True]


def test_an_answer_nobody_waits_for_is_not_delivered() -> None:
    began, go_on = threading.Event(), threading.Event()
    delivered: list[str] = []

    def answer(question: str) -> tuple[str, ...]:
        began.set()
        go_on.wait(5)
        return (question,)

    thread = NewestWins(answer, lambda _, found: delivered.append(found), lambda *_: None)
    thread.ask("question")
    assert began.wait(5)
    thread.drop()
    go_on.set()
    thread.close()
    assert delivered == []


def test_a_question_that_fails_is_told_and_the_next_is_answered() -> None:
    delivered: list[str] = []
    faults: list[str] = []
    told, done = threading.Event(), threading.Event()

    def answer(question: str) -> tuple[str, ...]:
        if question == "bad":
            raise ValueError(question)
        return (question,)

    def deliver(_question: str, found: str) -> None:
        delivered.append(found)
        done.set()

    def failed(question: str, _error: Exception) -> None:
        faults.append(question)
        told.set()

    thread = NewestWins(answer, deliver, failed)
    thread.ask("bad")
    assert told.wait(5)
    thread.ask("good")
    assert done.wait(5)
    thread.close()
    assert (faults, delivered) == (["bad"], ["good"])


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2025-12-20", "20 Dec 2025"),
        ("2025-03", "Mar 2025"),
        ("2026-01-02T10:00:00+00:00", "2 Jan 2026"),
        ("", ""),
        ("last spring", "last spring"),
        ("2025-13-01", "2025-13-01"),
    ],
)
def test_a_date_is_shown_as_people_write_it(iso: str, shown: str) -> None:
    assert day(iso) == shown


def entry(path: str, title: str) -> Entry:
    return Entry(path, title, "", "", "", 1, 1, 0, 0, 0, 0, 0, 0.0, 0, path, bundled=False)


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        (("/a/x.md", "/b/x.md"), ["a: ", "b: "]),
        (("/a/x.md", "/a/y.md"), ["/a/x.md: ", "/a/y.md: "]),
    ],
)
def test_briefings_of_one_title_are_told_apart_by_where_they_are(
    paths: tuple[str, str], shown: list[str]
) -> None:
    alike = tuple(entry(path, "Grain") for path in paths)
    told = places((*alike, entry("/c/z.md", "Water")))
    assert [told[path] for path in paths] == shown
    assert len(told) == 2
