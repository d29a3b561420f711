"""`sverka model train` and `check --on` as an operator meets them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pyarrow as pa

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.exhausted import told_when_exhausted
from sverka.matching.contingent.known_children import Source, read_source
from sverka.matching.contingent.progress import reporter
from sverka.matching.contingent.training import train
from sverka.matching.contingent.trial import trial
from sverka.matching.contingent.vocabulary import StageName
from sverka.matching.model import Model, require_trained, shipped_model
from sverka.matching.model_tables import print_trial
from sverka.texts import text


def train_model(source: Source, out: Path) -> None:
    """Write to `out` the model that the source gives, and say what it was trained on.

    Raises `SverkaError` (`model-untrained`) where the source does not show every level; then, as
    after any other fault, `out` stays what it was.
    """
    _require_file(out)
    with _records(source) as (records, _folder):
        click.echo(text("model.said.training"), err=True)
        model = train(shipped_model(), records, source.name)
    require_trained(model, out)
    _write(model, out)
    click.echo(text("model.said.written", rows=model.trained.rows, file=out))


def try_model(model: Model, source: Source) -> None:
    """Say how well the model decides on the source."""
    with _records(source) as (records, folder):
        print_trial(trial(model, records, folder))


@contextmanager
def _records(source: Source) -> Iterator[tuple[pa.Table, Path]]:
    """The records, and a private folder that is gone afterwards with all that was read."""
    with TemporaryDirectory(prefix="sverka-") as place:
        folder = Path(place)
        with told_when_exhausted("model-disk-full", out=folder.parent):
            with reporter().stage(StageName.READING) as progress:
                records = read_source(source, folder, progress)
            yield records, folder


def _require_file(out: Path) -> None:
    """Before minutes of training: where nothing could be written, there is nothing to train."""
    if out.is_dir() or not out.absolute().parent.is_dir():
        raise SverkaError(ErrorCode.CONFLICT, "model-unwritable", file=out)


def _write(model: Model, out: Path) -> None:
    """The whole file takes the place of an older one, or nothing does."""
    draft = out.with_name(f"{out.name}.part")
    try:
        draft.write_bytes(model.to_json())
        draft.replace(out)
    except OSError:
        draft.unlink(missing_ok=True)
        raise SverkaError(ErrorCode.CONFLICT, "model-unwritable", file=out) from None
