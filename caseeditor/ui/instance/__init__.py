"""One running program for a data folder: hand-over between starts, and the question where none answers."""
