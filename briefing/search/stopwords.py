"""English words that say nothing of what is looked for, left out when all words find nothing."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a about after all also an and any are as at be because been being but by can could did do does
    for from had has have he her his how i if in into is it its me more most my no not of on or our
    she should so some such than that the their them then there these they this those to under was
    we were what when where which while who whom whose why will with would you your
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list
)
