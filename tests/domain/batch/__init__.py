<<<<<<< HEAD
"""Tests of batches."""
=======
"""Tests."""
>>>>>>> btables
