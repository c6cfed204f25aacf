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
import numpy as np
import pandas as pd

ascn.require("2026.2").id

# %% [markdown]
# ## City pairs
#
# A city pair is a partnership of two places.

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
# The colour says where the end outside ASEAN lies. West of Greenwich 360 is
# added, so that lines to America cross the Pacific and not all of Asia.

# %%
asean = {country.id for country in ascn.countries() if country.asean_joined}
colours = {"jp": "#c8553d", "us": "#2f6690", "kr": "#3a7d44", "Europe": "#8a5a99"}
europe = {"bg", "de", "es", "fr", "hr", "it", "pt", "sk"}


def side(pair):
    """The country or region of the end outside ASEAN."""
    ends = [ascn.record(id).country for id in (*pair.cities, *pair.places)]
    country = next(end for end in ends if end not in asean)
    return "Europe" if country in europe else country


def arc(start, end):
    """A gently bent line from one point to another."""
    start, end = np.array(start), np.array(end)
    top = (start + end) / 2 + [0, 0.12 * np.hypot(*(end - start))]
    t = np.linspace(0, 1, 50)[:, None]
    return ((1 - t) ** 2 * start + 2 * t * (1 - t) * top + t**2 * end).T


figure, axes = plt.subplots(figsize=(9, 4.2))
for line in lines:
    start, end = (
        (longitude % 360 if longitude < -30 else longitude, latitude)
        for longitude, latitude in line["geometry"]["coordinates"]
    )
    colour = colours.get(side(pairs[line["id"]]), "#777777")
    axes.plot(*arc(start, end), color=colour, linewidth=1, alpha=0.7)
    axes.plot(*zip(start, end, strict=True), "o", color=colour, markersize=2.5)
for name in ("Milan", "Bangkok", "Jakarta", "Yokohama", "Perth", "San Francisco"):
    place = ascn.place(name)
    x = place.longitude % 360 if place.longitude < -30 else place.longitude
    axes.annotate(name, (x, place.latitude), (4, -9), textcoords="offset points", fontsize=8)
names = {"jp": "Japan", "us": "United States", "kr": "Republic of Korea"}
for key, colour in colours.items():
    axes.plot([], [], color=colour, label=names.get(key, key))
axes.plot([], [], color="#777777", label="elsewhere")
axes.legend(frameon=False, ncols=5, loc="upper center", bbox_to_anchor=(0.5, 1.12), fontsize=8)
axes.set(aspect="equal", xlabel="longitude", ylabel="latitude", ylim=(-40, 72))
axes.xaxis.set_major_formatter(
    lambda x, _: f"{x:g}° E" if x <= 180 else f"{360 - x:g}° W"
)
axes.grid(alpha=0.25)
axes.spines[:].set_visible(False)
plt.show()
