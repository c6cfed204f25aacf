"""
The hook of PyInstaller: the data, and modules imported when first used.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules


datas = collect_data_files("ascn_data")
hiddenimports = collect_submodules("ascn_data", on_error="ignore")
