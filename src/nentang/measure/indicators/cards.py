"""What indicators contribute elsewhere: a link in the menu."""
