"""Who is the same child: records → groups. Knows neither markup nor rules."""
