"""What is wrong on the card of a pupil or a parent, and what to do about it."""
