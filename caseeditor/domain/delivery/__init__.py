"""The life of a submission: state machine, evidence, merge, drafts. Its rules: RULES.md."""
