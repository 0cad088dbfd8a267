"""Delivery of submissions: state machine, evidence, merge, drafts. Rules: RULES.md."""
