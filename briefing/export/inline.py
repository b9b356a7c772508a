"""Text with inline styles, in any markup that can nest."""

from __future__ import annotations

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
    todo = sorted(spans, key=lambda span: (span.start, -span.end))
    if not todo:
        return escape(text)
    pieces: list[str] = []
    open_: list[Span] = []
    at = 0
    edges = sorted({edge for span in todo for edge in (span.start, span.end)})
    for edge in edges:
        pieces.append(escape(text[at:edge]))
        at = edge
        ending = [depth for depth, span in enumerate(open_) if span.end <= edge]
        if ending:
            going_on = [span for span in open_[ending[0] :] if span.end > edge]
            pieces += [after(span) for span in reversed(open_[ending[0] :])]
            pieces += [before(span) for span in going_on]
            open_[ending[0] :] = going_on
        while todo and todo[0].start == edge:
            span = todo.pop(0)
            if span.end > edge:
                pieces.append(before(span))
                open_.append(span)
    return "".join([*pieces, escape(text[at:]), *(after(span) for span in reversed(open_))])
