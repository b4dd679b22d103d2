"""Pure rules: types by content, file names, verification codes."""
