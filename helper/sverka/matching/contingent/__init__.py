"""Who is the same child in whole files: reading them, linking them, writing what was found.

Everything here needs the optional packages of `[linkage]`, except `vocabulary` and `installed`.
"""
