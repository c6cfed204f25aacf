# %% [markdown]
# # Partnerships on a map and over time
#
# Which cities of Southeast Asia have a partner city elsewhere, and how have
# partnerships grown by country? Two figures, and the sources behind them.
#
# ```shell
# pip install "ascn-data[pandas,plot]"
# ```

# %%
import ascn_data as ascn
import altair as alt
import pandas as pd

ascn.require("2026.2").id

# %% [markdown]
# ## City pairs
#
# A city pair is a partnership of cities, nearly always of two.

# %%
pairs = ascn.partnerships(kind="city_pair")
pairs

# %% [markdown]
# Every table with places is GeoJSON, longitude first. A pair becomes a line if
# it has two ends and both have coordinates.

# %%
features = pairs.__geo_interface__["features"]
lines = [feature for feature in features if feature["geometry"]]
print(len(lines), "of", len(pairs), "pairs are lines; the others:")
for feature in features:
    if not feature["geometry"]:
        pair = pairs[feature["id"]]
        print(" ", pair.name, "·", *pair.cities, *pair.places)

# %% [markdown]
# Where does the end outside ASEAN lie, if there is one?

# %%
STATES = {"jp": "Japan", "kr": "South Korea", "us": "United States"}
EUROPE = {"bg", "de", "es", "fr", "hr", "it", "pt", "sk"}
asean = {state.id for state in ascn.countries() if state.asean_joined}


def far_side(pair):
    ends = [ascn.place(id).country for id in (*pair.cities, *pair.places)]
    outside = set(ends) - asean
    if not outside:
        return "within ASEAN"
    (state,) = outside
    return "Europe" if state in EUROPE else STATES.get(state, "elsewhere")


regions = {pair.id: far_side(pair) for pair in pairs}
pd.Series(regions).value_counts().rename("pairs").to_frame()

# %% [markdown]
# A picture of them is one call. The lines are great circles; every end is
# named in one of the panels, and the caption lists what could not be drawn.
# `plot` takes the filters of the tables: `plot.city_pairs(city="Phuket")`.

# %%
alt.renderers.enable("svg")
ascn.plot.city_pairs()

# %% [markdown]
# Not finding a pair here does not mean that there is none: the network
# publishes no full list.

# %% [markdown]
# ## Partners by country, over time
#
# `as_of` asks what ran at the end of a year. `partner="Japan"` means Japan and
# every Japanese agency, company and city.

# %%
years = range(2014, 2026)
countries = [
    "Japan",
    "United States",
    "South Korea",
    "China",
    "Germany",
    "Australia",
]
running = pd.DataFrame(
    {
        name: [
            len(ascn.partnerships(partner=name, as_of=year)) for year in years
        ]
        for name in countries
    },
    index=years,
)
running.T

# %% [markdown]
# Read it with two limits in mind. A partnership whose start is not known
# counts in no year, and one whose end is not known counts to the present day:

# %%
everything = ascn.partnerships()
no_start = everything.filter(lambda p: p.start is None)
no_end = everything.filter(lambda p: p.start is not None and p.end is None)
print(f"{len(everything)} partnerships: {len(no_start)} with no known start,")
print(f"{len(no_end)} with a start and no known end")

# %% [markdown]
# The same by picture, with all partners from outside ASEAN, the largest first:

# %%
ascn.plot.partners_by_year()

# %% [markdown]
# ## The sources of what is shown
#
# Every pair names its documents, and the place in each.

# %%
print(ascn.cite("pair-phuket-milwaukee-water"))

# %% [markdown]
# All of them, for the bibliography; `ascn.cite(pair, style="bibtex")` writes a
# pair's as BibTeX.

# %%
shown = [pairs[line["id"]] for line in lines]
cited = {evidence.source for pair in shown for evidence in pair.evidence}
bibliography = ascn.sources().filter(lambda source: source.id in cited)
bibliography

# %% [markdown]
# And the dataset itself:

# %%
print(ascn.cite(style="apa"))
