"""What somebody tries who should not: read, change, guess, flood."""
