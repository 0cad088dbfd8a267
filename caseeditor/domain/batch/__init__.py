"""Changes of many cases: a batch is a plan over cases; its rows become submissions."""
