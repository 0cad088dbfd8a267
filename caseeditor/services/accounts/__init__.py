"""Accounts, tokens and the identities behind them."""
