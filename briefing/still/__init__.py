"""The page where the reader left off, kept as it was painted, and shown while the reader loads.

Whatever is here is loaded before anything else of the program: the less it imports, the sooner
there is text. A still is a cache: it may be deleted at any time, and where anything is in doubt it
is passed over, and the program starts as if there were none.
"""
