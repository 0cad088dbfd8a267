"""Help: shortcuts, diagnostics, folders, known limitations."""
