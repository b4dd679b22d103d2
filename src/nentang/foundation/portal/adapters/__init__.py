"""The world outside: translation files, the browser that is told no."""
