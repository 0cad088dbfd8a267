"""Access to the network, disk and keyring. Asynchronous; no Qt."""
