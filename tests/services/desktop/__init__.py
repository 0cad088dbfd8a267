"""Tests of the desktop services on a real session bus."""
