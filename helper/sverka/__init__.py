"""«Сверка»: who is whom among duplicate pupil accounts, and what to do about it."""

__version__ = "0.1.0"
