# %% [markdown]
# # Re-run a paper, years later
#
# A paper cites revision 2026.1. What did it see, what is known now, and why do
# the two differ?
#
# ```shell
# pip install "ascn-data[pandas]"
# ```

# %%
import ascn_data as ascn
import pandas as pd

ascn.require("2026.2").id

# %% [markdown]
# ## Open what the paper used
#
# A package carries its own revision and all earlier ones, frozen.

# %%
then, now = ascn.load("2026.1"), ascn.load("2026.2")
then

# %% [markdown]
# A citation names a digest. If the paper's is that of the file opened
# here, the data is the same to the last byte.

# %%
print(then.cite(style="apa"))
cited = "b8482bdad5bec53c34c0f47dc8488cacfa5c1366097b4090145092e0fd7c5ff5"
print("the same" if then.digest == cited else "another file")

# %% [markdown]
# ## Ask both the same question
#
# How many cities were members at the end of each year? Up to 2024 nothing
# differs. 2026.1 did not know the cities that joined later.

# %%
years = range(2018, 2027)
pd.DataFrame(
    {
        ds.revision: [len(ds.cities(as_of=year)) for year in years]
        for ds in (then, now)
    },
    index=years,
).T

# %% [markdown]
# Partnerships that ran at the end of a year differ for every year: the paper's
# numbers hold for its revision, and no trend should be read across two.

# %%
pd.DataFrame(
    {
        ds.revision: [len(ds.partnerships(as_of=year)) for year in years]
        for ds in (then, now)
    },
    index=years,
).T

# %% [markdown]
# ## What changed
#
# `diff` gives every change, record by record and field by field. It counts,
# filters and exports.

# %%
changes = ascn.diff("2026.1", "2026.2")
changes

# %% [markdown]
# Most of these are records that are new. Look at the others first: a value
# that was known, and is another now, may change a result.

# %%
altered = changes.filter(
    lambda change: (
        change.table == "partnerships"
        and change.field in ("start", "end")
        and change.old is not None
    )
)
altered

# %% [markdown]
# Most become more precise. One moves from 2020 to 2021, so that the two
# revisions answer differently for 2020.

# %%
for change in altered:
    if change.record == "smart-green-asean-cities":
        print(change)

for ds in (then, now):
    running = "smart-green-asean-cities" in ds.partnerships(as_of=2020)
    print(ds.revision, "runs" if running else "does not run", "in 2020")

# %% [markdown]
# ## One record
#
# `history` follows a record through the revisions, and so answers when it
# changed.

# %%
ascn.history("smart-green-asean-cities")

# %% [markdown]
# Why it changed is in the record. `disputes` holds what a source says and the
# data does not follow, with the reason:

# %%
record = now.record("smart-green-asean-cities")
for dispute in record.disputes:
    print(dispute, "\n")

# %% [markdown]
# `evidence` says which document supports which field, and where in it:

# %%
for ds in (then, now):
    print(ds.revision)
    for evidence in ds.record(record.id).evidence:
        if not evidence.fields or "start" in evidence.fields:
            source = ds.record(evidence.source)
            print("  ", source.publisher, "·", evidence.locator)

# %% [markdown]
# ## A reviewer's list
#
# 1. Install what the paper pins, `pip install "ascn-data==2026.1.*"`, or any
#    later package, and open the revision with `ascn.load("2026.1")`.
# 2. Hold its digest against the one in the citation.
# 3. Run the paper's code on it: a revision has all the functions, as methods.
# 4. Run the same on the newest revision. Where a number differs, `diff` names
#    the records, and `history`, `disputes` and `evidence` say why.
#
# What happens to code that was written for another revision than the one in
# use:

# %%
try:
    ascn.require("2026.1")
except ascn.RevisionError as error:
    print(error)
