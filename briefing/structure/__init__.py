"""The splitter: a manuscript to a briefing, one rule a file. Pure."""
