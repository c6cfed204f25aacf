# %% [markdown]
# # From install to a cited figure
#
# How many projects did the monitoring reports of the ASEAN Smart Cities
# Network list, and how many were completed? Install the library once:
#
# ```shell
# pip install "ascn-data[pandas]" matplotlib
# ```

# %%
import ascn_data as ascn

ascn.require("2026.2").id

# %% [markdown]
# `require` makes sure that this notebook runs on the revision it was written
# for; with another one it says what to install. A table shows itself:

# %%
ascn.cities(country="Viet Nam")

# %% [markdown]
# Each report prints totals. `reconciliation` holds them against the projects
# in the data; every gap has its reason.

# %%
table = ascn.reconciliation().filter(
    lambda row: (
        row.unit == "projects"
        and row.country is None
        and row.status in (None, "completed")
    )
)
frame = table.to_pandas()
frame["status"] = frame["status"].astype(object).fillna("all")
numbers = frame.pivot(
    index="report", columns="status", values="counted"
).astype(int)
numbers

# %% [markdown]
# A figure from that:

# %%
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(6, 3))
bars = axes.bar(numbers.index, numbers["all"], color="#c9d6e2")
axes.bar(numbers.index, numbers["completed"], color="#2f6690")
axes.bar_label(bars)
axes.set_ylabel("projects")
axes.legend(["all", "completed"], frameon=False, loc="upper left")
axes.spines[["top", "right"]].set_visible(False)
plt.show()

# %% [markdown]
# And what to put below it, with the exact revision:

# %%
print(ascn.cite(style="apa"))

# %% [markdown]
# What supports one of the numbers:

# %%
print(ascn.cite(table[0].id))
