"""Settings by topic; `base` gathers them; `local`, `test` and `production` differ by a few lines."""
