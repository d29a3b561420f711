"""All pages of the helper: to import a module of them is to put its views on the blueprint."""

from sverka.web.ui import group, runs, state, visit, worklist
from sverka.web.ui.blueprint import blueprint

__all__ = ["blueprint", "group", "runs", "state", "visit", "worklist"]
