"""Values about this computer's own data: recent cases, older files, owners."""
