"""The preview: a caged web page that is patched block by block as the render worker answers."""
