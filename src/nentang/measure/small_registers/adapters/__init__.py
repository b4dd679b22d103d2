"""What the registers say to the database in their own words."""
