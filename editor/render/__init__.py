"""A post's markdown to the HTML its blog will show: in a process of its own, block by block."""
