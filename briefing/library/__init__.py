"""The one core that the command line and the reader call."""
