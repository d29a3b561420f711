"""Who is let in is decided without HTTP: the command line and the host decide it, too."""

import subprocess
import sys
from pathlib import Path

import sverka.pairing

ROOM = Path(sverka.pairing.__file__).parent
LOADED_WITH_IT = "; ".join(
    (
        "import sys",
        *(f"import sverka.pairing.{file.stem}" for file in ROOM.glob("[!_]*.py")),
        "print(*sorted(n for n in sys.modules if n == 'flask' or n.startswith('sverka.web')))",
    )
)


def test_room_loads_neither_flask_nor_the_http_door() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED_WITH_IT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
