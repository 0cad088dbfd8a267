"""A case as the server describes it: model, id and links, people, dates, search."""
