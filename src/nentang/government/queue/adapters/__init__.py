"""What the database does in one statement."""
