"""`caseeditor --check`, and the demo run that proves an installation."""
