"""The commands of `sverka`, one thin function each; `cli` loads the one that is called."""
