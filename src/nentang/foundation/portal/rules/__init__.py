"""Pure drawing and wording: charts as SVG, icons, numbers and days in both languages."""
