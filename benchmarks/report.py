"""`python -m benchmarks.report`: the duplicates report, in the helper and on the page."""

from benchmarks.figures import print_figures
from benchmarks.helper_side import helper_figures
from benchmarks.page_side import page_figures

if __name__ == "__main__":
    print_figures("Duplicates report", [*helper_figures(), *page_figures()])
