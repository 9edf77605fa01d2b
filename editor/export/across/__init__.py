"""A post on its way from one generator to another: keys, front matter, pictures, links, templates."""
