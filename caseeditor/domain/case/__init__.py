"""A case as the server describes it: its model, its id and links, people, dates, search."""
