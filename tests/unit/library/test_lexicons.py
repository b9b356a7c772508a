from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from briefing.library.lexicons import table
from briefing.resources import lexicons


@pytest.mark.parametrize("path", lexicons(), ids=lambda path: path.stem)
def test_a_bundled_file_is_read_as_any_toml_reader_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert table(text) == tomli.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = ["x", "y, ]", ]\nb = [\n  "z]", "[w]",\n]\n[c.d-e]\nf = "g = h"\n[c]\ni = ["# j"]\n',
        "a = ['literal', \"# no comment\"] # a comment\n",
        'a = """\n[b]\nc = "d"\n"""\n',
        'a.b = "dotted"\n"q r" = [1_000, 0x1f]\n',
        "[[tables]]\n[[tables]]\na = 2020-01-01\n",
        'a = [\n  # "no phrase",\n\n\t"x"\n]',
        'a = "\\U0001f600 \\"quoted\\""\n',
        "",
    ],
)
def test_whatever_toml_allows_is_read(text: str) -> None:
    assert table(text) == tomli.loads(text)


def test_a_fault_is_told_with_its_line() -> None:
    with pytest.raises(tomli.TOMLDecodeError, match="line 2"):
        table('a = ["x"]\nb = ["y" 1]\n')
