"""Sphinx: MyST Markdown, furo, every warning is an error (`make docs`)."""

import figures

project = "figures"
author = "The figures authors"
project_copyright = "The figures authors"
release = version = figures.__version__

extensions = ["myst_parser"]
myst_heading_anchors = 2
exclude_patterns = ["_build"]
nitpicky = True
html_theme = "furo"
html_title = f"figures {release}"
html_copy_source = False
html_show_sphinx = False
