"""Where on a page the article is, and what on it is furniture."""

from __future__ import annotations

import re

from briefing.formats.html.tree import HEADINGS, PROSE, Node

MOST = 0.8
"""A child that holds this share of the prose is where the article is."""
ENOUGH = 0.5
"""Share of the prose that makes an element which calls itself the article believable."""
ASIDE = 0.05
"""Share of the prose from which what follows the article is more than a teaser."""
LEAVES = frozenset({"p", "ul", "ol", "table", "blockquote", "dl", "pre", *HEADINGS})
LINKS = 0.6
"""Share of letters in links from which a block is a list of links and not text."""
WHOLE = 0.4
"""A block with this share of the article's prose is the article, whatever its class says."""

MORE_THAN_WHOLE = 0.75
"""The same, for a class that never names an article."""
FEWEST_TEASERS = 3
ADDRESS = "://"
LONGEST_LIST = 5_000
"""Letters of a list that is looked through for addresses."""
FEWEST_HEADLINES = 5
"""Linked headlines from which what follows an article is the front page of its site."""
FORM, LONGEST_FORM = 0.1, 500
"""Share of the prose, and letters, below which what stands round a form says what it is for."""
LONGEST_TEASER = 600
"""Letters of a headline with its picture, date and a sentence or two."""

# What page authors call the blocks that are not the article, and why we leave them out. Words are
# matched whole, as parts of names such as `post-share-bar` and `shareBar`.
FURNITURE = {
    "share": "share sharing sharebar sharethis addthis social socials socialmedia addtoany teilen "
    "compartir partager condividi",
    "subscribe": "newsletter newsletters subscribe subscription signup sign-up mailchimp optin "
    "opt-in infolettre donation donate spenden",
    "comments": "comment comments disqus respond reply replies discussion commentlist nocomments "
    "kommentar kommentare commentaires comentarios commenti",
    "related-links": (
        "related relateds recommended recommend recommendation recommendations recirc "
        "recirculation more-stories read-more readmore outbrain taboola also-like "
        "similar-articles up-next next-post next-story nextstory prev-post suggested most-read "
        "mostread most-popular relacionados relacionadas relacionada recomendados recomendadas "
        "verwandte lee-tambien leggi-anche lire-aussi correlati polecamy empfehlungen"
    ),
    "teasers": "popular trending latest teaser teasers breaking-news ticker newsticker webticker",
    "paywall": "paywall",
    "advertisement": "ad ads advert adverts advertisement advertising sponsor sponsored promo "
    "promotion promoted banner adsense dfp affiliate affiliates werbung anzeige publicidad "
    "reklama",
    "navigation": "nav navbar navigation breadcrumb breadcrumbs menu pagination pager prev-next "
    "post-navigation skip skip-link sitemap sidebar side-bar topbar masthead site-header "
    "contentinfo complementary search",
    "table-of-contents": "toc table-of-contents tableofcontents inhaltsverzeichnis",
    "tags": "tags taglist tag-list tag-links keywords post-tags categories post-categories",
    "about": "author-bio author-box authorbox about-author about-the-author bio copyright "
    "colophon site-footer disclosure disclaimer editorial-policy",
    "about-author": "author-description author-info author-desc author-profile author-card "
    "author-details autor-info saboxplugin-wrap multiple-authors",
    "notice": "cookie cookies consent gdpr modal popup popmake dialog alertdialog",
    "panel": "tooltip overlay lightbox login register toolbar",
    "widget": "widget widgets portlet toast rating ratings print-only screen-reader-text sr-only "
    "visually-hidden visuallyhidden",
}
_REASONS = {word: reason for reason, words in FURNITURE.items() for word in words.split()}
NEVER_AN_ARTICLE = frozenset({"comments", "related-links", "notice"})
"""Reasons whose names nobody gives to an article, even if most of a page's text is in it."""
ALIASES = {
    "teasers": "related-links",
    "paywall": "subscribe",
    "about-author": "about",
    "panel": "notice",
}
ARTICLES = frozenset({"article", "main", "body"})
SOMETIMES = frozenset(
    {"teasers", "related-links", "advertisement", "table-of-contents", "widget", "paywall"}
)
"""Reasons whose names also stand on text: `teaser` for its first paragraph, `has-ads`."""
MOSTLY_TEXT = 0.1
"""Share of links below which such text is text."""
_WORD = re.compile(
    r"(?<![a-z0-9])(?<!has-)(?<!with-)(?<!no-)(?:"
    + "|".join(sorted(_REASONS, key=len, reverse=True))
    + r")(?![a-z0-9])"
)
CALLOUT = re.compile(
    r"(?<![a-z])(callout|admonition|infobox|info-box|hint|notice|tip|note|warning|alert|pullout|"
    r"highlight-box|factbox|fact-box|key-?(?:facts|takeaways|points)|summary)(?![a-z]|[-_]+(?:body|content|text))"
)
TAGS = {"nav": "navigation", "footer": "navigation", "form": "subscribe", "menu": "navigation"}


def article(body: Node) -> tuple[Node, ...]:
    """The elements that hold the article, in document order.

    The way leads from the page down to the deepest element with nearly all of the prose. What
    stands beside that way and is prose too belongs to the article: an introduction before it, or a
    share after it that is too large for a teaser.
    """
    _disown(body)
    total = body.own
    if not total:
        return (body,)
    node = next(
        (c for c in body.elements() if _is_named(c) and c is not body and c.own >= ENOUGH * total),
        body,
    )
    beside: list[Node] = []
    while True:
        within = [child for child in node.children if isinstance(child, Node)]
        best = max(within, key=lambda child: child.own, default=None)
        if best is None or best.tag in LEAVES:
            break
        if best.own < MOST * node.own:
            after = [child for child in within[within.index(best) + 1 :] if child.own]
            teasers = sum([child.own for child in after if _is_front_page(child)])
            if not teasers or best.own < MOST * (node.own - teasers):
                break
        place = within.index(best)
        beside += [c for c in within[:place] if c.own >= PROSE or _has_figures(c)]
        beside += [
            c
            for c in within[place + 1 :]
            if (c.own > ASIDE * total and not _is_front_page(c)) or _has_figures(c)
        ]
        node = best
    return (node, *beside)


def furniture(node: Node, whole: int) -> str:
    """Why `node` is not part of an article with `whole` letters of prose; empty where it is."""
    if node.tag in TAGS and (node.tag == "nav" or node.prose <= WHOLE * whole):
        return TAGS[node.tag]
    if reason := named(node, whole):
        return reason
    if node.prose > WHOLE * whole:
        return ""
    if node.tag == "aside" and not CALLOUT.search(node.names):
        return "aside"
    if node.hidden and not node.prose:
        return "hidden"
    if node.holds_form and node.prose < FORM * whole and node.letters < LONGEST_FORM:
        return "subscribe"
    if whole > LONGEST_TEASER and (_is_teaser_group(node)):
        return "related-links"
    if node.tag in {"ul", "ol", "div", "section"} and node.letters > 40 and not node.prose:
        led = node.link_share > LINKS and not _opens(node) and not _cites(node)
        return "related-links" if led else ""
    return ""


def _cites(node: Node) -> bool:
    """Whether the links in `node` show their addresses: those are an article's sources."""
    if node.letters > LONGEST_LIST:
        return False  # lists may nest without end, and each would be looked through again
    links = sum([one.tag == "a" for one in node.elements()])
    return ADDRESS in (text := node.text()) and 2 * text.count(ADDRESS) > links


def _opens(node: Node) -> bool:
    """Whether the heading in `node` is a link that opens a panel of the same page."""
    return node.holds_heading and not node.leads


def named(node: Node, whole: int) -> str:
    """The reason that the names of `node` give, where its prose does not speak against it."""
    names = node.names
    if not names or CALLOUT.search(names):
        return ""
    for found in _WORD.finditer(names):
        reason = _REASONS[found[0]]
        if _holds(reason, node, whole):
            return ALIASES.get(reason, reason)
    return ""


def _holds(reason: str, node: Node, whole: int) -> bool:
    """Whether `node` can be what one of its names says, seen what is in it."""
    never = reason in NEVER_AN_ARTICLE and node.tag not in ARTICLES
    if node.prose > whole * (MORE_THAN_WHOLE if never else WHOLE):
        return False
    if reason == "about-author":
        return bool(node.prose)
    if reason in SOMETIMES and node.prose and node.link_share < MOSTLY_TEXT:
        return reason == "teasers" and bool(node.linked)
    return True


def _is_front_page(node: Node) -> bool:
    """Whether what follows an article is a page of its own: headlines, nearly all of them links."""
    if not node.holds_headline:
        return False
    headings = [one for one in node.elements() if one.tag in HEADINGS and one.letters]
    linked = [one for one in headings if one.holds_headline or _in_link(one)]
    return len(linked) >= FEWEST_HEADLINES and len(linked) > 0.6 * len(headings)


def _in_link(heading: Node) -> bool:
    return heading.parent is not None and heading.parent.tag == "a"


def _has_figures(node: Node) -> bool:
    """Whether an element without prose holds a table, and hardly a link."""
    return node.holds_table and node.link_share < MOSTLY_TEXT and node.tag not in TAGS


def _is_teaser_group(node: Node) -> bool:
    """Whether `node` is a row of teasers: headlines that lead elsewhere, with little under them."""
    if not node.holds_headline:
        return False
    within = [child for child in node.children if isinstance(child, Node) and child.letters]
    teasers = [c for c in within if c.holds_headline and c.letters <= LONGEST_TEASER]
    return (
        len(teasers) >= FEWEST_TEASERS
        and sum([child.letters for child in teasers]) >= MOST * node.letters
    )


def _is_named(node: Node) -> bool:
    """Whether its tag or role, not just a class, says that it is the article."""
    return (
        node.tag in ARTICLES
        or node.get("role") in {"main", "article"}
        or "articlebody" in node.get("itemprop").lower()
    )


def _disown(body: Node) -> None:
    """Count each element's prose without what tags, names and shapes disown."""
    total = body.prose
    order: list[Node] = []
    waiting = [body]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting.extend(c for c in node.children if isinstance(c, Node) and c.prose)
    for node in reversed(order):
        inner = [c for c in node.children if isinstance(c, Node) and c.prose]
        if node.link_share > LINKS or furniture(node, total):
            node.own = 0
        else:
            node.own = sum([child.own for child in inner]) if inner else node.prose
