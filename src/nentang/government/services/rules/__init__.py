"""What the law says of procedures, fees and dossiers: pure functions over dated data."""
