from __future__ import annotations

import pytest
import tomli

from briefing.document.correction import Correction
from briefing.formats.sidecar import LARGEST, block, parse


def test_it_gives_metadata_and_corrections() -> None:
    text = 'title = "Corn"\ndate = 2025-12-20\ntags = ["a", "b"]\n'
    text += '[[correct]]\nline = 3\ntext = "Fuel"\nas = "heading"\nlevel = 2\n'
    read = parse(text.encode(), "n.briefing.toml")
    assert (read.metadata.title, read.metadata.date) == ("Corn", "2025-12-20")
    assert read.metadata.tags == ("a", "b")
    assert read.corrections == (Correction(3, "Fuel", "heading", 2),)
    assert read.faults == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title = 3", "n:1: title: takes a text"),
        ("titel = 'x'", "n:1: titel: no key"),
        ("correct = 3", "n:1: correct: takes blocks"),
        ("\n[[correct]]\nas = 'tip'", "n:2: correct: text: takes"),
        ("[[correct]]\ntext = 'x'\nas = 'poem'", "n:1: correct: as: takes one of heading"),
        ("[[correct]]\ntext = 'x'\nas = 'tip'\nline = -1", "n:1: correct: line: takes"),
        ("[[correct]]\ntext = 'x'\nas = 'tip'\nlevel = 7", "n:1: correct: level: takes"),
        ("[[correct]]\ntext = 'x'\nas = 'tip'\nlabel = 1", "n:1: correct: label: takes"),
        ("[[correct]]\ntext = 'x'\nas = 'tip'\nhue = 1", "n:1: correct: hue: no such key"),
        ("title = 'x", "n:1: "),
        ("a" + ".a" * 2000 + " = 1", "too long"),
        ("#" * LARGEST + "\n", "too long"),
        ("a = " + "[" * 1900, "n"),
    ],
)
def test_a_fault_is_named_by_file_and_line_and_the_rest_counts(text: str, fault: str) -> None:
    (told,) = parse(text.encode(), "n").faults
    assert fault in told
    good = "[[correct]]\ntext = 'Fuel'\nas = 'tip'\n"
    if "not" not in told and "too long" not in told:
        assert len(parse(f"{text}\n{good}".encode(), "n").corrections) <= 1


def test_bytes_that_are_no_text_are_a_fault() -> None:
    assert "not UTF-8" in parse(b"\xff\xfe", "n").faults[0]


@pytest.mark.parametrize("text", ["Fuel", 'Said "no" \\ now', "Öl — 価格", "a\x7fb"])
def test_a_block_reads_as_what_was_written(text: str) -> None:
    given = Correction(4, text.replace("\x7f", ""), "tip", label="Öl")
    assert parse(block(given).encode(), "n").corrections == (given,)
    assert tomli.loads(block(Correction(4, text, "tip")))
