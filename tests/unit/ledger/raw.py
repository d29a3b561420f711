"""What really stands in the file of a ledger, page by page: free pages and leftovers too.

SQLCipher 4 encrypts each page by AES-256 in CBC mode; the last 80 bytes of a page hold the
initialisation vector and a MAC, the first 16 of the file a salt.
https://www.zetetic.net/sqlcipher/design/
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from sverka.ledger.ledger import Ledger

_PAGE, _RESERVED, _SALT, _VECTOR = 4096, 80, 16, 16


def decrypted(ledger: Ledger) -> bytes:
    """Every page of the database file, without the key."""
    content = ledger.database.file.read_bytes()
    pages = range(0, len(content), _PAGE)
    return b"".join(_page(content[start : start + _PAGE], ledger.key.value) for start in pages)


def _page(page: bytes, key: bytes) -> bytes:
    body, rest = page[:-_RESERVED], page[-_RESERVED:]
    if len(body) % 16:
        raise ValueError(len(page))
    cipher = Cipher(algorithms.AES(key), modes.CBC(rest[:_VECTOR])).decryptor()
    return cipher.update(body) + cipher.finalize()


def write_ahead(file: Path) -> bytes:
    """What waits beside the file to be written into it."""
    beside = file.with_name(f"{file.name}-wal")
    return beside.read_bytes() if beside.exists() else b""
