"""The contact and the tree of profiles."""
