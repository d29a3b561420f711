"""Page objects: what a person sees and does, free of the tests' own purposes."""
