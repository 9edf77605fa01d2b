"""The export in the window: what will change, the conflict view, the dialog, its commands."""
