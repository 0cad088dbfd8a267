"""The tab of one case."""
