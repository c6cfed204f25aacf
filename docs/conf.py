"""
How Sphinx builds the documentation; `python -m tools.site.build` calls it.
"""

import json
import pathlib

import ascn_data


ROOT = pathlib.Path(__file__).parents[1]

project = "ascn-data"
author = "The ascn-data authors"
copyright = "the ascn-data authors"
release = ascn_data.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_heading_anchors = 3
# Notebooks were run when they were written, see tools/generate/notebooks.py.
nb_execution_mode = "off"
nb_merge_streams = True
exclude_patterns = ["_build", "**/.ipynb_checkpoints", "tutorial/*.py"]

# Docstrings write `names` as Markdown does.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
napoleon_use_ivar = True
napoleon_use_rtype = False
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
# Types of other libraries and of our storeys have no page here.
nitpick_ignore_regex = [("py:.*", ".*")]
suppress_warnings = [
    "ref.python",  # a record's field and a table may share a name
    "mystnb.unknown_mime_type",
]

html_theme = "furo"
html_title = "ascn-data"
html_baseurl = ""
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["documentation.css"]
html_js_files = ["documentation.js"]
html_favicon = "_static/icon.svg"
templates_path = ["_templates"]
html_extra_path = ["../build/gallery"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/data.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
_LIGHT = {
    "color-brand-primary": "#0a3d6b",
    "color-brand-content": "#0b5394",
    "color-brand-visited": "#5a3d8a",
    "color-foreground-muted": "#565c64",
    "color-foreground-secondary": "#4a5057",
}
_DARK = {
    "color-brand-primary": "#8fc1f2",
    "color-brand-content": "#8fc1f2",
    "color-brand-visited": "#c3aef0",
    "color-foreground-muted": "#a7aeb6",
    "color-foreground-secondary": "#a7aeb6",
}
html_theme_options = {
    "light_css_variables": _LIGHT,
    "dark_css_variables": _DARK,
    "footer_icons": [],
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app):  # noqa: ANN001, ANN201 - as Sphinx calls it
    """
    Put the drawn pictures into the gallery, and CONTRIBUTING.md on the site.
    """
    from tools.site.gallery import with_pictures

    def fill(_app, name, source):  # noqa: ANN001, ANN202
        text = source[0].replace("../../CONTRIBUTING.md", "/contributing.md")
        if name == "gallery":
            path = ROOT / "build" / "gallery" / "pictures" / "alt.json"
            text = with_pictures(text, json.loads(path.read_text()))
        if name == "contributing":
            whole = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
            text = whole.replace("](docs/", "](")
        source[0] = text

    app.connect("source-read", fill)
