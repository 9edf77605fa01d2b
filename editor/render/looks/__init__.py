"""How the preview looks: our own reading styles, or the blog's own style sheets around its own elements."""
