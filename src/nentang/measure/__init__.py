"""The measure: indicators, index, programme, computed from what happened."""
