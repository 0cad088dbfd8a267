"""Access to the network, disk and keyring. Asynchronous; no Qt."""

HELPER_ARGUMENT = "--spelling-helper"
"""The only argument of the program that starts the process with Hunspell."""
TABLE_HELPER_ARGUMENT = "--table-helper"
"""The only argument of the program that starts the process which reads a spreadsheet."""
KEYRING_HELPER_ARGUMENT = "--keyring-helper"
"""The only argument of the program that starts the process which asks the keyring."""
