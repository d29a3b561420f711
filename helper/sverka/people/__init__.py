"""What a person's data is: names, dates, organisations, account numbers, and how to fold them."""
