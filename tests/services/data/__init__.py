"""Data written by earlier versions, and the scripts that made it."""
