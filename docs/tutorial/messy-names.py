# %% [markdown]
# # From messy names to a result
#
# Your table calls cities and partners what people call them. This notebook
# turns the names into ids, looks at what has none, joins, and counts.
#
# ```shell
# pip install "ascn-data[pandas]" matplotlib
# ```

# %%
import ascn_data as ascn
import matplotlib.pyplot as plt
import pandas as pd

ascn.require("2026.2").id

# %% [markdown]
# ## A table of one's own
#
# Workshops, who paid for them and how many came. The rows are made up; the
# spellings are of the kind that such tables have.

# %%
workshops = pd.DataFrame(
    [
        ("Saigon", "Korea", 40),
        ("TP. Hồ Chí Minh", "U.S. Water Partnership", 25),
        ("đà nẵng", "Asian Development Bank", 60),
        ("Pukhet", "State Department", 35),
        ("JB", "PR China", 20),
        ("Krung Thep", "M.L.I.T.", 55),
        ("Siem Reap Province", "J.I.C.A.", 30),
        ("Penang", "ADB", 45),
        (None, "Asian Dev. Bank", 15),
        ("LUANG PRABANG", "adb", 30),
        ("Phnom-Penh", "Jica", 50),
    ],
    columns=["city", "partner", "people"],
)
workshops

# %% [markdown]
# ## Resolve
#
# A name is found exactly, without what people vary (case, accents, dots), or
# by an alias with a source. It is never guessed. `on_unknown="none"` lists
# what was not found instead of stopping at it.

# %%
cities = ascn.resolve(workshops["city"], kind="city", on_unknown="none")
cities

# %%
partners = ascn.resolve(
    workshops["partner"], kind="partner", on_unknown="none"
)
partners

# %% [markdown]
# ## Decide about the rest
#
# Each unknown name needs a decision, and a person makes it:
#
# - `Pukhet` and `Asian Dev. Bank` are slips. Say so in a dictionary, which
#   stays in the notebook for everyone to see.
# - `Penang` names an island and a state, `Siem Reap Province` more than the
#   member city of Siem Reap. Neither is a member of the network, so neither
#   gets an id.
# - The row without a city stays without one.

# %%
slips = {"Pukhet": "Phuket", "Asian Dev. Bank": "Asian Development Bank"}
fixed = workshops.replace(slips)
fixed["city_id"] = ascn.resolve(fixed["city"], kind="city", on_unknown="none")
fixed["partner_id"] = ascn.resolve(fixed["partner"], kind="partner")
fixed[fixed["city_id"].isna()]

# %% [markdown]
# A name may also mean several records. `kind` settles most of that: there is a
# city, a country and a partner called Singapore.

# %%
[
    ascn.resolve(["Singapore"], kind=kind)[0]
    for kind in ("city", "country", "partner")
]

# %% [markdown]
# Where nothing settles it, the answer is an error that names them all. (A
# column with such a name raises too; `on_ambiguous="none"` lists it with its
# ids.) Then write the id in place of the name.

# %%
try:
    ascn.sources(mentions="Singapore")
except ascn.AmbiguousNameError as error:
    print(error)

# %% [markdown]
# ## Join
#
# By id, many rows to one record. `validate` makes sure that the join adds no
# row.

# %%
members = ascn.cities().to_pandas()[["id", "name", "country"]]
payers = ascn.partners().to_pandas()[["id", "name", "country"]]
joined = fixed.merge(
    members.add_prefix("city_"), on="city_id", validate="many_to_one"
).merge(payers.add_prefix("partner_"), on="partner_id", validate="many_to_one")
print(f"{len(joined)} of {len(workshops)} workshops name a member city")
joined[
    ["city_name", "city_country", "partner_name", "partner_country", "people"]
]

# %% [markdown]
# ## A result
#
# Two spellings of Ho Chi Minh City are now one bar.

# %%
totals = joined.groupby("city_name")["people"].sum().sort_values()
figure, axes = plt.subplots(figsize=(6, 2.6))
bars = axes.barh(totals.index, totals, color="#2f6690")
axes.bar_label(bars, padding=3)
axes.set_xlabel("people in workshops (made up)")
axes.spines[["top", "right"]].set_visible(False)
plt.show()

# %% [markdown]
# Does the data know of a partnership between the two? Not finding one does not
# mean that there is none: the network publishes no full list.

# %%
joined["partnerships"] = [
    len(ascn.partnerships(city=city, partner=partner))
    for city, partner in zip(
        joined["city_id"], joined["partner_id"], strict=True
    )
]
joined[["city_name", "partner_name", "partnerships"]]

# %% [markdown]
# Cite the revision whose ids these are:

# %%
print(ascn.cite(style="apa"))
