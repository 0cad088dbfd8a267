"""A case outside of the program: copies, and a PDF."""
