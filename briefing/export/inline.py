"""Text with inline styles, in any markup that can nest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from briefing.document.model import Span

SCHEMES = ("http://", "https://", "mailto:")
"""Where a link in an export may lead."""


def safe(target: str) -> bool:
    """Whether a link may be written as one: to the web or to mail, with nothing that ends it early.

    Anything else is shown as text.
    """
    return target.casefold().startswith(SCHEMES) and not any(
        char.isspace() or char in "<>\"'`\\" or not char.isprintable() for char in target
    )


def marked(
    text: str,
    spans: Iterable[Span],
    escape: Callable[[str], str],
    before: Callable[[Span], str],
    after: Callable[[Span], str],
) -> str:
    """`text` with each span between what `before` and `after` give for it.

    Spans that overlap are cut where they cross, so that the marks always nest.
    """
    starting = sorted(spans, key=lambda span: (-span.start, span.end))
    if not starting:
        return escape(text)
    ending = Counter(span.end for span in starting)
    pieces: list[str] = []
    open_: list[Span] = []
    at = 0
    for edge in sorted({edge for span in starting for edge in (span.start, span.end)}):
        pieces.append(escape(text[at:edge]))
        at = edge
        going_on: list[Span] = []
        left = ending[edge]
        while left and open_:
            span = open_.pop()
            pieces.append(after(span))
            if span.end > edge:
                going_on.append(span)
            else:
                left -= 1
        pieces += map(before, reversed(going_on))
        open_ += reversed(going_on)
        while starting and starting[-1].start == edge:
            span = starting.pop()
            if span.end > edge:
                pieces.append(before(span))
                open_.append(span)
            else:
                ending[span.end] -= 1
    return "".join([*pieces, escape(text[at:]), *map(after, reversed(open_))])
