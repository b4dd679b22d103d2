"""What each app holds about people, how a person's share is found, and when it is let go of."""
