"""Pages that no parser should see without a limit of time."""

from __future__ import annotations

DEEPEST = 1_000
"""Open elements: a parser's time grows with the square of the depth (50,000 levels: 2 s)."""
LONGEST_TAG = 4_000
MOST_ATTRIBUTES = 1_000
"""In one tag, likewise (200,000: over 25 s)."""
# These close themselves or each other, so that leaving them open does not nest.
FLAT = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup"}
    | {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source"}
    | {"track", "wbr", "path", "use", "rect", "circle"}
)

RAW = frozenset({"script", "style"})
"""What stands in these is not markup."""


def suspicious(page: str) -> bool:
    """Whether `page` nests or crowds its tags so much that parsing it may take very long.

    One linear pass, about 1 ms for 100 KB. A harmless page may be called suspicious, and is then
    only read more slowly; one that hurts must never be called harmless.
    """
    depth = 0
    start = page.find("<")
    while start != -1:
        comment = page.startswith("<!--", start)
        end = page.find("-->" if comment else ">", start)
        if end == -1:
            return len(page) - start > LONGEST_TAG
        if page[start + 1] == "/":
            depth = max(0, depth - 1)
        elif page[start + 1].isalpha():
            if end - start > LONGEST_TAG and _attributes(page, start, end) > MOST_ATTRIBUTES:
                return True
            name = page[start + 1 : min(end, start + 12)].split(None, 1)[0].lower()
            if name in RAW:
                end = max(end, page.find(f"</{name}", end))
            elif name not in FLAT and page[end - 1] != "/":
                depth += 1
                if depth > DEEPEST:
                    return True
        start = page.find("<", end)
    return False


def _attributes(page: str, start: int, end: int) -> int:
    return page.count(" ", start, end) + page.count("\n", start, end) + page.count("=", start, end)
