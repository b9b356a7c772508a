"""What is printed cannot act on the terminal, whoever wrote it."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.cli.json import printable
from briefing.cli.output import Output
from briefing.document.errors import UsageError
from tests.e2e.oracle import violations

HOSTILE = "a\x1b]52;c;Zm9v\x07b\x9b2Jc\u202ed\u200be\x00f\ufeffg"


def output(*, colour: bool = False, encoding: str = "utf-8") -> tuple[Output, io.BytesIO]:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding, errors="replace", newline="\n")
    return Output(stream, io.TextIOWrapper(io.BytesIO(), "utf-8"), colour=colour), written


@example(HOSTILE)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_printed_as_text_alone(text: str) -> None:
    out, written = output()
    out.line("title ", (text, "bold"))
    out.text(text)
    out.json({"title": text, text: 1})
    out.stdout.flush()
    assert violations(written.getvalue().replace(b"\n", b"\r\n")) == []


@given(st.text())
def test_json_keeps_every_character(text: str) -> None:
    assert json.loads(printable({"text": text})) == {"text": text}


def test_a_line_is_one_line_whatever_a_title_holds() -> None:
    out, written = output()
    out.line("one\ntwo\r\nthree\u2028four")
    out.stdout.flush()
    assert written.getvalue().count(b"\n") == 1


def test_only_the_programs_own_colours_are_written() -> None:
    out, written = output(colour=True)
    out.line(("\x1b[31mred", "bold"))
    out.stdout.flush()
    assert written.getvalue() == b"\x1b[1mred\x1b[0m\n"


def test_a_stream_that_cannot_show_a_character_gets_a_mark_for_it() -> None:
    out, written = output(encoding="ascii")
    out.line("Żółw")
    out.json("Żółw")
    out.stdout.flush()
    assert written.getvalue() == b'???w\n"\\u017b\\u00f3\\u0142w"\n'


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (UsageError("name a document"), "briefing: name a document\n"),
        (PermissionError(13, "Permission denied", "/x"), "briefing: /x: Permission denied\n"),
        (RuntimeError("\x1b[2Jbad\nnews"), "unexpected error: RuntimeError"),
    ],
)
def test_every_failure_is_one_line_and_status_two(failure: Exception, message: str) -> None:
    def fail(_argv: list[str], _out: Output) -> int:
        raise failure

    stderr = io.StringIO()
    assert Output(io.StringIO(), stderr).guard(fail, []) == 2
    assert message in stderr.getvalue()
    assert stderr.getvalue().count("\n") == 1
    assert "\x1b" not in stderr.getvalue()
