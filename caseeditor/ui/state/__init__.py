"""State without widgets: workspace, sessions, account, deliveries."""
