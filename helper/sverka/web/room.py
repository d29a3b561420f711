"""How much of pages is held at the same time: many small ones, or few large ones."""

from threading import Lock


class Room:
    """So many bytes, which whoever holds a page takes and gives back."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._lock = Lock()

    def take(self, size: int) -> bool:
        """Take `size` bytes; False, and nothing is taken, where so many are not left."""
        with self._lock:
            if size > self._left:
                return False
            self._left -= size
            return True

    def give_back(self, size: int) -> None:
        """Leave what was taken to others."""
        with self._lock:
            self._left += size
