"""The papers of a purge: an act to sign, and what the journal of events says of it.

What such papers hold: order 179 of Roskomnadzor of 28.10.2022. Subjects stand in them by the
random keys under which the journal knows them.
"""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as ActDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from sverka import __version__
from sverka.ledger.concerned import Wanted
from sverka.ledger.purging import Purged
from sverka.ledger.vocabulary import Event
from sverka.ledger.wording import event_words
from sverka.spreadsheets.escaping import escaped
from sverka.texts import text

_FONT, _SIZE = "Times New Roman", 12
_SIGNATURES = 3
_TO_FILL_IN = frozenset({"where", "operator", "basis"})
_BLANK = "_" * 30
#: The tables whose rows the act counts.
_COUNTED = (
    *("people", "accounts", "enrolments", "histories", "profiles", "kinships"),
    *("groups", "notes", "arrivals"),
)
_FIELDS = (
    *("when", "where", "operator", "basis", "system", "whose", "chosen", "kinds", "counts"),
    *("how", "stays", "by", "entry", "appendix"),
)
LOG_COLUMNS = ("entry", "at", "event", "by", "subject", "kinds", "system", "chosen")


def chosen_words(wanted: Wanted) -> str:
    """Whose data were chosen, without naming anybody."""
    day = wanted.before.astimezone() if wanted.before else None
    return text(f"purge.of.{wanted.of.value}", day=day)


def write_act(file: Path, purged: Purged, log: Path) -> None:
    """An act in Word's format, with lines for what only people can fill in."""
    act = Document()
    act.styles["Normal"].font.name = _FONT
    act.styles["Normal"].font.size = Pt(_SIZE)
    for line in ("number", "title"):
        heading = act.add_paragraph()
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        heading.add_run(text(f"act.{line}")).bold = True
    _add_fields(act, purged, log)
    act.add_paragraph()
    act.add_paragraph(text("act.copies"))
    for _ in range(_SIGNATURES):
        act.add_paragraph(text("act.signature"))
    act.core_properties.author = ""
    act.core_properties.title = text("act.title")
    act.save(str(file))


def _add_fields(act: ActDocument, purged: Purged, log: Path) -> None:
    values = {
        "when": _local(purged.at),
        "version": __version__,
        "whose": text(f"act.whose.{purged.wanted.of.value}"),
        "subjects": len(purged.subjects),
        "chosen": chosen_words(purged.wanted),
        "counts": "\n".join(_counts(purged)),
        "by": purged.by,
        "entry": purged.entry,
        "log": log.name,
        "kinds": text("act.kinds"),
    }
    table = act.add_table(rows=0, cols=2, style="Table Grid")
    for field in _FIELDS:
        cells = table.add_row().cells
        cells[0].text = text(f"act.field.{field}")
        cells[1].text = _BLANK if field in _TO_FILL_IN else text(f"act.value.{field}", **values)


def _counts(purged: Purged) -> Iterator[str]:
    for table in _COUNTED:
        if count := purged.counts[table]:
            yield text(f"purge.count.{table}", count=count)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%d.%m.%Y %H:%M:%S}"


def write_log(file: Path, purged: Purged) -> None:
    """One line for each person whose data were destroyed; one without, where they had none."""
    common = (purged.entry, _local(purged.at), event_words(Event.PURGED), purged.by)
    what = (
        text("act.kinds"),
        text("act.value.system", version=__version__),
        chosen_words(purged.wanted),
    )
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        lines = csv.writer(target, delimiter=";")
        lines.writerow(text(f"act.log.{column}") for column in LOG_COLUMNS)
        for subject in purged.subjects or ("",):
            lines.writerow(escaped(str(cell)) for cell in (*common, subject, *what))
