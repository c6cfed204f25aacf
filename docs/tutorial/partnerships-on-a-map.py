# %% [markdown]
# # Partnerships on a map and over time
#
# Which cities of Southeast Asia have a partner city elsewhere, and how have
# partnerships grown by country? Two figures, and the sources behind them.
#
# ```shell
# pip install "ascn-data[pandas]" matplotlib
# ```

# %%
import ascn_data as ascn
import matplotlib.pyplot as plt
import pandas as pd

from matplotlib.patches import FancyArrowPatch
from matplotlib.patheffects import withStroke

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
# On the map of the world, 360 is added to longitudes west of 30° W, so that
# lines to America cross the Pacific. There are no coastlines, which would have
# to come from elsewhere; grey dots are the member cities.

# %%
COLOURS = {
    "Japan": "#c8553d",
    "Europe": "#8a5a99",
    "United States": "#2f6690",
    "South Korea": "#3a7d44",
    "elsewhere": "#8b7d3a",
    "within ASEAN": "#555555",
}
LABELS = {
    "near": "Bangkok, Yangon, Jakarta, Davao City, Yokohama, Busan, Suzhou",
    "world": "Lyon, Perth, San Francisco, Boston",
}


def eastward(longitude, latitude):
    return (longitude + 360 if longitude < -30 else longitude, latitude)


def draw(axes, labels):
    for city in ascn.cities():
        axes.plot(city.longitude, city.latitude, "o", color="#bbb", ms=3)
    for line in lines:
        ends = [eastward(*point) for point in line["geometry"]["coordinates"]]
        colour = COLOURS[regions[line["id"]]]
        bend = "arc3,rad=-0.15" if ends[1] > ends[0] else "arc3,rad=0.15"
        axes.add_patch(
            FancyArrowPatch(
                *ends,
                arrowstyle="-",
                connectionstyle=bend,
                color=colour,
                linewidth=0.9,
            )
        )
        axes.plot(*zip(*ends, strict=True), "o", color=colour, ms=3)
    for name in labels.split(", "):
        point = ascn.place(name)
        axes.annotate(
            name,
            eastward(point.longitude, point.latitude),
            xytext=(4, -9),
            textcoords="offset points",
            fontsize=8,
            path_effects=[withStroke(linewidth=3, foreground="white")],
        )
    axes.set_aspect("equal")
    axes.tick_params(labelsize=7, length=0)
    axes.grid(alpha=0.25)
    axes.spines[:].set_visible(False)
    axes.xaxis.set_major_formatter(
        lambda x, _: f"{x:g}°E" if x <= 180 else f"{360 - x:g}°W"
    )
    axes.yaxis.set_major_formatter(lambda y, _: f"{y:g}°")


figure, (world, near) = plt.subplots(
    2, 1, figsize=(7, 7.6), dpi=75, height_ratios=(3, 6), layout="constrained"
)
draw(world, LABELS["world"])
world.set(xlim=(-15, 300), ylim=(-40, 62))
draw(near, LABELS["near"])
near.set(xlim=(90, 150), ylim=(-9, 40))
handles = [plt.Line2D([], [], color=colour) for colour in COLOURS.values()]
figure.legend(
    handles, COLOURS, ncols=5, frameon=False, loc="outside upper center"
)
plt.show()

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

# %%
shades = {
    **COLOURS,
    "China": "#b8860b",
    "Germany": "#8a5a99",
    "Australia": "#777777",
}
figure, axes = plt.subplots(figsize=(7, 3.4), dpi=85)
for name in countries:
    axes.plot(running.index, running[name], color=shades[name])
    axes.annotate(
        f"{name} {running[name].iloc[-1]}",
        (years[-1], running[name].iloc[-1]),
        (5, -5 if name == "United States" else -3),
        textcoords="offset points",
        color=shades[name],
        fontsize=8,
    )
axes.set(ylabel="partnerships with a known start", ylim=(0, None))
axes.set_xlim(years[0], years[-1])
axes.spines[["top", "right"]].set_visible(False)
plt.show()

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
