"""What explains the window: commands by name, keys, fields, the first minute, the manual."""
