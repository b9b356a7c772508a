"""Title, byline, date and language of a page, from several witnesses; absent rather than wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from briefing.document.model import Metadata
from briefing.document.text import clean_line
from briefing.formats.html.authors import byline, elsewhere, folded
from briefing.formats.html.linked_data import Witness, witness
from briefing.formats.html.tree import Node

SITE = re.compile(r"\s+[|·•»«\-–—:]{1,2}\s+")
CLOSE = re.compile(r"[|｜:：_／]")
"""What parts a site's name from a title with no space between."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
DATE = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")
DATE_WITH_DOTS = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})\b")
MIDNIGHT_IN_EUROPE = re.compile(r"T2[23]:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$")
HOME = re.compile(r"(?:https?:)?(?://[^/]*)?/?(?:index\.\w+)?")
TITLES = frozenset({"h1", "h2", "h3"})
LEAST = 12
"""Letters of a heading that says word for word what the page's title says."""
LONGEST_TITLE = 500
DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date",
    "og:release_date", "og:published_time",
    "dcterms.date", "dcterms.created", "dcterms.issued", "dc.date.created", "dc:date",
    "sailthru.date", "parsely-pub-date", "citation_publication_date", "citation_date",
    "bepress_citation_date", "vr:published-time", "cxenseparse:recs:publishtime",
)  # fmt: skip


def metadata(page: LexborHTMLParser, body: Node) -> Metadata:
    """What the page says of itself."""
    tags = dict(_tags(page))
    data = witness(node.text() for node in page.css('script[type="application/ld+json"]'))
    root = page.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    return Metadata(
        title=clean_line(_title(page, body, tags, data)),
        byline=clean_line(byline(body, tags, data)),
        date=_date(body, tags, data),
        language=found[0].lower() if (found := LANGUAGE.match(language)) else "",
    )


def _tags(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The `<meta>` elements by name, the first of each."""
    seen: set[str] = set()
    for node in page.css("meta[content]"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        value = " ".join((given.get("content") or "").split())
        if name and value and name not in seen:
            seen.add(name)
            yield name, value


def _title(page: LexborHTMLParser, body: Node, tags: dict[str, str], data: Witness) -> str:
    """The heading of level 1 that a witness in the head confirms, else that witness."""
    tag = page.css_first("head > title") or page.css_first("title")
    whole = " ".join(tag.text().split()) if tag is not None else ""
    claims = [claim for claim in (tags.get("og:title", ""), data.title, whole) if claim]
    if said := _said_again(body, claims):
        return said
    firsts = [
        (text, node)
        for node in _with_tag(body, "h1")
        if node.letters <= LONGEST_TITLE and (text := node.text())
    ]
    firsts = [(text, node) for text, node in firsts if not _leads_home(node)] or firsts
    for claim in claims:
        for text, _ in firsts:
            if _same(text, claim):
                return text
    site = tags.get("og:site_name", "")
    if len(firsts) == 1 and folded(firsts[0][0]) != folded(site):
        text, node = firsts[0]
        # One or two words at the top of a page are its site's name, unless they head the article.
        if len(text.split()) > 2 or _inside(node, {"article", "main"}):
            return text
    return _without_site(claims[0], site) if claims else ""


def _said_again(body: Node, claims: list[str]) -> str:
    """The longest heading that says what a witness says, or a part of it, below a site's name.

    A page title names the site too, and on many pages the heading of level 1 is that name.
    """
    firsts = {
        heading.text()
        for heading in _with_tag(body, "h1")
        if heading.letters <= LONGEST_TITLE
        and not heading.holds_heading
        and not _leads_home(heading)
    }
    firsts = {text for text in firsts if len(text.split()) > 2}
    if len(firsts) == 1 or any(_same(text, claim) for text in firsts for claim in claims):
        return ""
    wanted = {folded(piece) for claim in claims for piece in (claim, *SITE.split(claim))}
    found = [
        text
        for node in body.elements()
        if node.tag in TITLES
        and not node.holds_heading
        and LEAST <= node.letters <= LONGEST_TITLE
        and not _leads_home(node)
        for text in (node.text(),)
        if folded(text) in wanted
    ]
    return max(found, key=len, default="")


def _leads_home(heading: Node) -> bool:
    """Whether a heading is a link to the site's first page: then it is the site's name."""
    links = [node for node in heading.elements() if node.tag == "a"]
    if heading.parent is not None and heading.parent.tag == "a":
        links.append(heading.parent)
    return any(HOME.fullmatch(link.get("href")) for link in links)


def _inside(node: Node, tags: set[str]) -> bool:
    while node.parent is not None:
        node = node.parent
        if node.tag in tags:
            return True
    return False


def _same(heading: str, claim: str) -> bool:
    first, second = folded(heading), folded(claim)
    return len(first) > 3 and (first == second or second.startswith(first) or first in second)


def _without_site(title: str, site: str) -> str:
    """A page title without its site's name, which stands last or first, set off by a dash."""
    pieces = SITE.split(title)
    if len(pieces) < 2:
        if site and title.startswith(site) and CLOSE.match(title, len(site)):
            return title[len(site) + 1 :].lstrip()
        return title
    if site and folded(pieces[-1]) == folded(site):
        return title[: title.rfind(pieces[-1])].rstrip(" |·•»«-–—:")
    if site and folded(pieces[0]) == folded(site):
        return title[len(pieces[0]) :].lstrip(" |·•»«-–—:")
    return title[: title.rfind(pieces[-1])].rstrip(" |·•»«-–—:") if "|" in title else title


def _date(body: Node, tags: dict[str, str], data: Witness) -> str:
    """When it was published, as an ISO date."""
    claims = [tags.get(name, "") for name in DATES] + [data.date]
    for node in body.elements():
        if node.get("itemprop") == "datePublished":
            claims += [node.get("datetime"), node.get("content")]
    times = (node for node in _with_tag(body, "time") if not elsewhere(node, body.prose))
    claims += [node.get("datetime") for node in islice(times, 1)]
    claims += [data.page_date]
    return next((day for claim in claims if (day := _day(claim))), "")


def _day(stamp: str) -> str:
    """The day that a time stamp means.

    23:00 or 22:00 sharp in UTC is midnight in Europe, where an editor gave a day and no time.
    """
    found = DATE.match(stamp)
    dotted = DATE_WITH_DOTS.match(stamp)
    if found:
        year, month, number = found.groups()
    elif dotted:
        number, month, year = dotted.groups()
    else:
        return ""
    try:
        day = date(int(year), int(month), int(number))
    except ValueError:
        return ""
    if found and MIDNIGHT_IN_EUROPE.match(stamp, found.end()):
        day += timedelta(days=1)
    return day.isoformat()


def _with_tag(root: Node, tag: str) -> list[Node]:
    return [node for node in root.elements() if node.tag == tag]
