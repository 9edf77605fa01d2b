"""How the program looks: sizes, colours, fonts and icons, each in one place."""
