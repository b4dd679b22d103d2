"""edXML of QCVN 102:2016/BTTTT: written, signed, read and checked, without a database."""
