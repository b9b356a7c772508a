"""The same document gives the same outline, whichever form it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import twins
from benchmarks.twins.compare import differences, outlines

DOCUMENTS = sorted(Path(twins.__file__).parent.glob("*.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_text_markdown_and_a_page_give_the_same_outline(path: Path) -> None:
    forms = outlines(path.read_text("utf-8"))
    assert all(forms["markdown"][kind] for kind in ("title", "sections", "trends", "faq"))
    assert differences(forms["markdown"], forms["html"]) == []
    assert differences(forms["markdown"], forms["text"]) == []
    assert forms["html"]["levels"] == forms["markdown"]["levels"]


def test_what_differs_is_named() -> None:
    one = outlines("# Boats\n\nThey sail north.\n\n## Winter\n\nThey stay in.\n")["markdown"]
    two = {**one, "sections": ["Summer"]}
    assert differences(one, two) == ["sections: more ['Summer'], less ['Winter']"]
