"""The splitter: a manuscript goes through the stages, each of which decides what it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile

from briefing.document.correction import Correction
from briefing.document.model import Briefing, Manuscript, Passage
from briefing.document.slug import slug
from briefing.document.words import count_words
from briefing.structure import (
    boxes,
    confusers,
    contents,
    datelines,
    dates,
    faq,
    form,
    furniture,
    head,
    headings,
    outline,
    page,
    run_in,
    runs,
    signatures,
    tips,
    trends,
)
from briefing.structure.assemble import assemble
from briefing.structure.corrections import Begin, split_with
from briefing.structure.draft import Piece
from briefing.structure.language import language
from briefing.structure.lexicon import Lexicon
from briefing.structure.lines import pieces as pieces_of_lines
from briefing.structure.phrases import key

LONGEST_LINE = 160
Tell = Callable[[float], None]
SHARES = (0.1, 0.25, 0.4, 0.55, 0.65, 0.7)
"""How much is done where it is told, the last where markup is absent; LAST before the last three
stages. Measured on 10 MB of text and of Markdown."""
LAST = 0.8
OTHER_ORDERS = ("en", "zh", "ja", "ko", "hu")
"""Languages in which the month may stand before the day."""
HEAD = 10
"""Passages from the start in which a date that is no line of its own is looked for."""


def split(
    manuscript: Manuscript,
    lexicon: Lexicon,
    *,
    name: str = "",
    source: str = "",
    digest: str = "",
    corrections: Sequence[Correction] = (),
    tell: Tell = lambda _: None,
) -> Briefing:
    """The briefing in a manuscript: every block placed once, with a role and a reason.

    Never raises, whatever the text; takes time linear in its length. `name` names a document that
    has no title, `source` and `digest` are kept as given; `corrections` go before every rule.
    `tell` is called with the share of the work that is done, 0 to 1, now and then.
    """
    metadata = manuscript.metadata
    try:
        pieces, told = (
            split_with(manuscript, lexicon, corrections, partial(_stages, tell=tell))
            if corrections
            else (_stages(manuscript, lexicon, tell=tell), ())
        )
    finally:
        form.forget()
        dates.forget()
    passages, parts = assemble(pieces)
    title = metadata.title or _first(passages, "title")
    said = passages[sum(1 for _ in takewhile(_said_before, passages)) :]
    body = " ".join(passage.block.text for passage in said[:200])
    tongue = metadata.language or language(body, lexicon)
    return Briefing(
        id=slug(title or name),
        format=manuscript.format,
        passages=passages,
        parts=parts,
        title=title,
        subtitle=metadata.subtitle or _first(passages, "subtitle"),
        byline=metadata.byline or _first(passages, "byline"),
        date=_shown(said, lexicon)
        or _given(metadata.date, lexicon)
        or _date(said, lexicon)
        or _day_first(said, tongue)
        or _given(metadata.title, lexicon),
        source=metadata.source or source,
        language=tongue,
        words=sum(count_words(passage.block.text) for passage in said),
        tags=metadata.tags,
        notices=(*manuscript.notices, *told),
        digest=digest,
    )


def _stages(
    manuscript: Manuscript,
    lexicon: Lexicon,
    begin: Begin = lambda pieces: pieces,
    *,
    tell: Tell,
) -> Sequence[Piece]:
    shares = iter(SHARES)
    metadata = manuscript.metadata
    plain = manuscript.format == "text" and not manuscript.blocks
    pieces: Sequence[Piece]
    pieces = (
        pieces_of_lines(manuscript.lines, lexicon)
        if plain
        else [Piece(b) for b in manuscript.blocks]
    )
    pieces = begin(pieces)
    # What front matter says stands before the document, and no rule counts from it.
    matter = sum(1 for _ in takewhile(_said_before, pieces))
    before, pieces = furniture.mark(pieces[:matter], lexicon), pieces[matter:]
    tell(next(shares))
    pieces = contents.leave_out(pieces, lexicon)
    tell(next(shares))
    if plain:
        pieces = confusers.settle(pieces, lexicon)
    tell(next(shares))
    pieces = furniture.mark(pieces, lexicon)
    tell(next(shares))
    pieces = page.settle(pieces, lexicon) if plain else pieces
    pieces = head.settle(pieces, metadata, "text" if plain else manuscript.format, lexicon)
    pieces = signatures.settle(pieces, metadata, lexicon) if plain else pieces
    pieces = faq.mark_labelled(pieces, lexicon, plain=plain)
    tell(next(shares))
    if plain:
        pieces = run_in.cut_out(pieces, lexicon)
        tell(next(shares))
        pieces = runs.go_on(headings.find(pieces, lexicon))
        pieces = outline.levels(pieces, lexicon)
    else:
        pieces = headings.given(pieces, lexicon)
    tell(LAST)
    title = metadata.title or next((p.text for p in pieces if p.role == "title"), "")
    pieces = boxes.mark(pieces, lexicon)
    pieces = faq.mark_headed(pieces, title, lexicon)
    pieces = trends.mark(pieces, lexicon)
    return [*before, *tips.mark(pieces, lexicon)]


def _said_before(piece: Piece | Passage) -> bool:
    return piece.block.furniture == "front-matter"


def _first(passages: Sequence[Passage], role: str) -> str:
    return next((p.block.text for p in passages if p.role == role), "")


def _given(written: str, lexicon: Lexicon) -> str:
    """The day that an author wrote, where it is one and can be read in one way only."""
    found = dates.find(written, lexicon)
    return found.iso if found else ""


def _shown(passages: Sequence[Passage], lexicon: Lexicon) -> str:
    """The date that a page shows in its head, which its metadata may be older than."""
    for passage in passages:
        if passage.role == "date" and passage.block.furniture:
            found = dates.find(passage.block.text, lexicon)
            if found is not None and found.iso:
                return found.iso
    return ""


def _date(passages: Sequence[Passage], lexicon: Lexicon) -> str:
    """The date of the date line; else the one that title, subtitle or a page's own head name."""
    if (found_in_head := _beside(passages, lexicon)) and not any(
        passage.role == "date" for passage in passages
    ):
        return found_in_head
    for roles in (("date",), ("title", "subtitle")):
        for passage in passages:
            found = dates.find(passage.block.text, lexicon) if passage.role in roles else None
            if found is not None and found.iso:
                return found.iso
    for passage in passages[:HEAD]:
        found = dates.find(passage.block.text[:120], lexicon)
        if found is None or not found.iso or passage.role not in ("omitted", "heading", "lead"):
            continue
        before = key(passage.block.text[: found.start])
        glued = passage.role == "omitted" and passage.reason and before in ("", *lexicon.weekdays)
        if (glued and passage.block.text[found.end : found.end + 1].isalpha()) or (
            lexicon.date_labels.closing(before) and len(passage.block.text) < 120
        ):
            return found.iso
    return next((iso for iso in _filed(passages[:HEAD], lexicon) if iso), "")


def _beside(passages: Sequence[Passage], lexicon: Lexicon) -> str:
    """The date that stands in a page's head, whatever else its line says."""
    lines = [p.block.text for p in passages if p.block.furniture == head.HEAD_OF_PAGE]
    found = (dates.find(text, lexicon) for text in lines if len(text) < LONGEST_LINE)
    return next((date.iso for date in found if date is not None and date.iso), "")


def _day_first(passages: Sequence[Passage], tongue: str) -> str:
    """The date of the date line of a text in a language that has one way to write it."""
    if tongue.split("-")[0].lower() in ("", *OTHER_ORDERS):
        return ""
    lines = (dates.day_first(p.block.text) for p in passages if p.role == "date")
    return next((iso for iso in lines if iso), "")


def _filed(passages: Sequence[Passage], lexicon: Lexicon) -> Iterator[str]:
    """The dates of datelines in the head."""
    for passage in passages:
        if passage.role in ("lead", "text"):
            yield datelines.of_paragraph(passage.block.text, lexicon)[1]
