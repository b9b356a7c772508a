"""English words that say nothing of what is looked for, so that no part must hold them."""

STOP_WORDS = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before being
    below between both but by can cannot could did do does doing down during each few for from
    further get gets getting got had happen happened happens has have having he her here hers him
    his how i if in into is it its itself just many me more most much my no nor not now of off on
    once only or other our ours out over own same shall she should so some such than that the their
    theirs them themselves then there these they this those through to too under until up upon very
    was we were what when where whether which while who whom whose why will with within without
    would you your yours
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list
)
ASKING_WORDS = frozenset(["how", "what", "when", "where", "which", "who", "whom", "whose", "why"])
QUESTION_WORDS = ASKING_WORDS | frozenset(
    """
    are can could did do does had has have is may must shall should was were will would
    """.split()  # noqa: SIM905 - as above
)
"""A query that begins so asks something."""
