"""The files that lead a browser to the host: a launcher, and a manifest for each family."""

import json
import os
import shlex
import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from sverka.datadir import DataDir
from sverka.native.browsers import Family
from sverka.native.names import CHROMIUM_ORIGIN, FIREFOX_ID, HOST_NAME
from sverka.texts import text

MANIFEST_NAME = f"{HOST_NAME}.json"
_MODULE = "sverka.native"
_OWNER_RUNS_IT = 0o700


class _Manifest(Struct):
    path: str


def manifest(launcher: Path, family: Family) -> str:
    """The manifest of the host: whom the browser may let speak to it, and what to start."""
    allowed = {
        Family.CHROMIUM: {"allowed_origins": [CHROMIUM_ORIGIN]},
        Family.FIREFOX: {"allowed_extensions": [FIREFOX_ID]},
    }
    content = {
        "name": HOST_NAME,
        "description": text("native.description"),
        "path": str(launcher),
        "type": "stdio",
        **allowed[family],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def names_launcher(file: Path, launcher: Path) -> bool:
    """Whether the manifest in `file` leads to our launcher and not to another installation's."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Manifest).path == str(launcher)
    except (OSError, msgspec.DecodeError):
        return False


def write_launcher(data_dir: DataDir) -> Path:
    """Write the program the manifests name; browsers start it without arguments of ours."""
    launcher = launcher_of(data_dir)
    launcher.parent.mkdir(mode=_OWNER_RUNS_IT, exist_ok=True)
    content = batch_file if os.name == "nt" else shell_script
    launcher.write_bytes(content(Path(sys.executable), data_dir.path.absolute()).encode())
    launcher.chmod(_OWNER_RUNS_IT)
    return launcher


def launcher_of(data_dir: DataDir) -> Path:
    """Where the launcher lies."""
    name = "sverka-native.bat" if os.name == "nt" else "sverka-native.sh"
    return data_dir.native_folder.absolute() / name


def shell_script(python: Path, data_dir: Path) -> str:
    """The launcher for Linux."""
    folder, program = shlex.quote(str(data_dir)), shlex.quote(str(python))
    return f'#!/bin/sh\nSVERKA_DATA_DIR={folder} exec {program} -P -m {_MODULE} "$@"\n'


def batch_file(python: Path, data_dir: Path) -> str:
    """The launcher for Windows, which reads it by the code page that its second line sets."""
    folder, program = (str(path).replace("%", "%%") for path in (data_dir, python))
    lines = (
        "@echo off",
        "chcp 65001 >nul",
        f'set "SVERKA_DATA_DIR={folder}"',
        f'"{program}" -P -m {_MODULE} %*',
    )
    return "".join(f"{line}\r\n" for line in lines)
