"""Posts that get another name, day or place, with their pictures and the links to them: planned, seen, done, undone."""
