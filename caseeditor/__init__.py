"""Case Editor: a desktop editor for the support cases of Social Gateway."""

__version__ = "0.1.0"
