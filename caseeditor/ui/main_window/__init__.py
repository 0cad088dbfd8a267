"""The main window: menus, tabs, title, command palette."""
