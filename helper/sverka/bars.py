"""A bar that tells how far something long has come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Takes the share that is done, from 0 to 1.
Progress = Callable[[float], None]


@contextmanager
def bar(caption: str) -> Iterator[Progress]:
    """A bar with the time it took and the time it will take; nothing where nobody looks at it."""
    if not sys.stderr.isatty():
        yield lambda _share: None
        return
    # Slow to import, and of no use where there is no terminal.
    from rich import progress as rich
    from rich.console import Console

    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.TaskProgressColumn(),
        rich.TimeElapsedColumn(),
        rich.TimeRemainingColumn(),
    )
    with rich.Progress(*columns, console=Console(stderr=True)) as bars:
        task = bars.add_task(caption, total=1.0)
        yield lambda share: bars.update(task, completed=share)
        bars.update(task, completed=1.0)
