"""The panes beside the cases, and their widths."""
