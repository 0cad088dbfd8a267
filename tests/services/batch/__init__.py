"""Tests of batches on real files and a real server."""
