"""`sverka doctor`: looks at everything the helper stands on, and says what to do about it."""
