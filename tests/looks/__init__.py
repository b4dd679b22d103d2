"""How every page looks, to whom it is for, at three widths."""
