"""The links of a blog's posts: found in a text, understood by the generator's rules, written anew when files move."""
