"""Tells browsers of the host, and takes exactly that back."""

import shutil
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from sverka.datadir import DataDir
from sverka.native.browsers import Browser, browsers
from sverka.native.manifests import write_launcher
from sverka.native.places import Places


class Outcome(StrEnum):
    """What was done for one browser."""

    TOLD = "told"
    NOT_THERE = "not-there"
    FORGOTTEN = "forgotten"
    NOT_TOLD = "not-told"


class Done(Struct, frozen=True):
    """One browser, what was done for it, and where."""

    browser: Browser
    outcome: Outcome
    place: str


def install(data_dir: DataDir, places: Places, chosen: Sequence[str] = ()) -> list[Done]:
    """Tell the browsers that are there, or just those that were `chosen`."""
    wanted = [browsers()[name] for name in chosen or browsers()]
    there = [browser for browser in wanted if places.has(browser)]
    if there:
        write_launcher(data_dir)
    for browser in there:
        places.tell(browser)
    return [
        Done(b, Outcome.TOLD if b in there else Outcome.NOT_THERE, places.place(b)) for b in wanted
    ]


def uninstall(data_dir: DataDir, places: Places, chosen: Sequence[str] = ()) -> list[Done]:
    """Let the browsers forget the host; the launcher goes when nobody is left to call it."""
    done = [_forget(places, browsers()[name]) for name in chosen or browsers()]
    if not any(places.is_told(browser) for browser in browsers().values()):
        shutil.rmtree(data_dir.native_folder, ignore_errors=True)
    return done


def _forget(places: Places, browser: Browser) -> Done:
    if not places.is_told(browser):
        return Done(browser, Outcome.NOT_TOLD, places.place(browser))
    places.forget(browser)
    return Done(browser, Outcome.FORGOTTEN, places.place(browser))
