"""The writer's choices: the dialog, and what each changes at once."""
