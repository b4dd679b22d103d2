"""What the programme says to the database in its own words."""
