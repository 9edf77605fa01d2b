"""The window. The only package that imports Qt (with `app.py`); nothing below it knows that it exists."""
