"""Laws of decoding: any bytes are read or refused, and what we can know is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.errors import UnreadableDocument
from briefing.formats import read
from briefing.formats.encoding import NotText, decode

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200)
NAMES = st.sampled_from(["a.txt", "a.md", "note", "-", "a.markdown"])


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_said_not_to_be(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotText as error:
        said = error.looks_like
    else:
        said = f"a text in {decoded.encoding}"
    assert said.startswith(("a ", "an "))


@given(TEXT)
def test_utf_8_comes_back_as_it_was_written(text: str) -> None:
    data = text.encode()
    try:
        decoded = decode(data)
    except NotText:
        return
    assert decoded.text == text.removeprefix("\ufeff")
    assert decoded.encoding == "utf-8"
    assert decoded.notices == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
@given(text=TEXT)
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400), NAMES)
def test_any_bytes_become_a_manuscript_or_one_line(data: bytes, name: str) -> None:
    try:
        manuscript = read(data, name)
    except UnreadableDocument as error:
        said = str(error)
    else:
        said = manuscript.format
    assert said
    assert "\n" not in said
