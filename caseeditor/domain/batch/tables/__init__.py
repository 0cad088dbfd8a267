"""Tables as rows and changes of a batch."""
