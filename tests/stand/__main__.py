"""`python -m tests.stand`: the stand for looking at it by hand."""

import argparse
import threading

import click

from tests.stand.plot import Mode, Scenario
from tests.stand.scenarios import Layout
from tests.stand.school.plot import SchoolScenario
from tests.stand.server import running_stand


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m tests.stand", description=__doc__)
    parser.add_argument("--mode", type=Mode, choices=list(Mode), default=Mode.CLASSIC)
    parser.add_argument("--layout", type=Layout, choices=list(Layout), default=Layout.DATES)
    parser.add_argument("--rows", type=int, help="repeat the cases up to so many rows")
    parser.add_argument("--pupils", type=int, help="a school of so many pupils")
    parser.add_argument("--read-only", action="store_true", help="classic cards without inputs")
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args()
    with running_stand(options.mode, options.port) as stand:
        stand.scenario = Scenario(layout=options.layout, rows=options.rows)
        stand.school = SchoolScenario(pupils=options.pupils, read_only=options.read_only)
        click.echo(stand.url)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
