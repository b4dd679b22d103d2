"""What the law says of procedures, fees and results: pure functions over dated data."""
