"""Pure rules of status sync."""
