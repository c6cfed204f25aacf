"""
Pictures of the data, with the extra `plot`: Altair charts.
"""
