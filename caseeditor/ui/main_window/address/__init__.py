"""The field at the top of the lists, and its offers."""
