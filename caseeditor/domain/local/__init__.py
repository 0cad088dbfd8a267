"""Values for the data on this computer: recent cases, old data files, owners."""
