"""Template syntax in a post's text, understood where it can be: Jekyll's and Eleventy's Liquid, Hugo's shortcodes,
Hexo's tags. What can't be resolved becomes a small label in the text, never an error page.
"""
