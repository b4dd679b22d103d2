"""Nền Tảng: one installation in which a digital government works and measures itself."""

from nentang.kernel.doors import hang_doors

hang_doors()
