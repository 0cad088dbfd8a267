"""Tests of the administrator's fields."""
