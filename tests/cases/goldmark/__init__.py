"""What Hugo 0.168 makes of small texts under each option of its markdown."""
