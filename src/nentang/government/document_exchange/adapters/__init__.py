"""The installation's own key, the line to others, files on their way in."""
