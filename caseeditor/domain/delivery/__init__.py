"""The life of a submission: state machine, evidence, merge, drafts."""
