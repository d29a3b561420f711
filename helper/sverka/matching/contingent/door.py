"""`sverka link` as an operator meets it: what is said at the end, and what Ctrl+C leaves."""

from pathlib import Path

import click

from sverka.matching.contingent.matcher import ModelMatcher
from sverka.matching.contingent.progress import reporter
from sverka.matching.contingent.reading import LEFT_OUT
from sverka.matching.contingent.run import Job, link
from sverka.matching.contingent.summary import Summary
from sverka.matching.vocabulary import Verdict
from sverka.texts import text

DONE, INTERRUPTED = 0, 130


def link_files(job: Job, model: Path) -> int:
    """Run the job by the model and say what came out; the answer is the exit code."""
    try:
        summary = link(job, ModelMatcher(model), reporter())
    except KeyboardInterrupt:
        click.echo(text("link.said.interrupted"), err=True)
        return INTERRUPTED
    for line in _told(summary, job):
        click.echo(line)
    return DONE


def _told(summary: Summary, job: Job) -> list[str]:
    lines = [text("link.said.rows", rows=summary.rows)]
    lines += [
        text("link.said.repeated", file=file.file, captions=", ".join(file.repeated))
        for file in summary.files
        if file.repeated
    ]
    if summary.groups is not None:
        lines.append(
            text(
                "link.said.groups",
                groups=summary.groups.groups,
                same=summary.groups.verdicts[Verdict.SAME],
                possible=summary.groups.verdicts[Verdict.POSSIBLE],
                flagged=summary.groups.flagged,
            )
        )
    if summary.newcomers is not None:
        lines.append(text("link.said.newcomers", **summary.newcomers))
    count = sum(summary.left_out.values())
    if count:
        lines.append(text("link.said.left-out", count=count, file=LEFT_OUT))
    return [*lines, text("link.said.where", out=job.out)]
