"""Data that everybody may take, without anybody in it being found out."""
