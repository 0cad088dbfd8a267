"""The process: single instance, signals, links, exceptions, language."""
