"""Native messaging: the host, its manifests, and what stands in the registry."""
