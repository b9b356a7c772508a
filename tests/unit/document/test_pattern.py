from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

import briefing
from briefing.document.pattern import pattern

ROOT = Path(briefing.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
    for path in ROOT.rglob("*.py")
    if "pattern(" in path.read_text("utf-8")
)


def test_a_pattern_answers_as_a_compiled_one() -> None:
    lazy, compiled = pattern(r"(?P<one>[a-z])\d?", re.I), re.compile(r"(?P<one>[a-z])\d?", re.I)
    assert lazy.sub("-", "a1 B2") == compiled.sub("-", "a1 B2") == "- -"
    assert [match["one"] for match in lazy.finditer("a1 B2")] == ["a", "B"]
    assert (lazy.pattern, lazy.flags, lazy.groups) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
    )
    assert pattern(rb"\d").findall(b"1 2") == [b"1", b"2"]


def test_a_fault_is_told_at_the_first_use() -> None:
    broken = pattern("(")
    for _ in range(2):
        with pytest.raises(re.error):
            broken.match("")


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_module_can_be_compiled(name: str) -> None:
    import_module(name)
    values = [*vars(sys.modules[name]).values()]
    found = [
        one
        for value in values
        for one in (value if isinstance(value, tuple) else (value,))
        if type(one).__name__ == "_Pattern"
    ]
    for one in found:
        assert one.match is not None
