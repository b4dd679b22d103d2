"""Page shell, design tokens, components, navigation, search, language switch."""
