"""What leaves the process: network, disk, keyring. Asynchronous; no Qt."""
