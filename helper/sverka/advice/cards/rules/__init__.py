"""The rules for cards: one named function each; `advice/cards/findings.py` asks them all."""
