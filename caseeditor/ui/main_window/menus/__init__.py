"""The menus, and the palette of all commands."""
