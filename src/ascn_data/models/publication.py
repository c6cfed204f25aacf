"""
What the dataset is, in the words that files and citations say it with.
"""

TITLE = "ascn-data: The reference dataset of the ASEAN Smart Cities Network"
AUTHOR = "The ascn-data authors"
DESCRIPTION = (
    "Member cities, partners, partnerships, projects, events, offices, the "
    "framework and the numbers of the ASEAN Smart Cities Network (ASCN), "
    "every fact with the document and the place in it that it came from."
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the data."""

HOME = ""
"""The address of the package's public home; empty until it has one.

`[project.urls]` has the same address, and the files that `export` writes.
"""
