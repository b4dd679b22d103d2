"""What is worth taking in the world, a file for each subject."""
