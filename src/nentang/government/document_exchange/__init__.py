"""Documents between bodies, as QCVN 102:2016/BTTTT has them."""
