"""The whole of «Сверка» at work on synthetic data, for a person to look at."""
