"""A program that is used on some days, by whatever its clock says."""

from datetime import timedelta

from editor.post.days_of_use import DaysOfUse


def used_daily(state, first, count):
    """Start the program each day, from the day of a moment on."""
    days = DaysOfUse()
    for number in range(count):
        days = DaysOfUse.noted(state, first + timedelta(days=number))
    return days
