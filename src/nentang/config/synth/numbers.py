"""Numbers that are given out once and look drawn by chance, without keeping those given before."""

from collections import Counter
from collections.abc import Container
from hashlib import blake2b
from math import gcd

from nentang.government.businesses.rules.tax_codes import SERIALS as TAX_SERIALS
from nentang.government.businesses.rules.tax_codes import tax_code_of
from nentang.government.population.rules.numbers import SERIALS, prefix_of
from nentang.kernel.identifiers import Sex

INSURANCE_SERIALS = 100_000_000


class Shuffled:
    """The numbers from 0 up to `size`, each once, in an order that the words decide."""

    def __init__(self, size: int, *words: object) -> None:
        seed = int.from_bytes(blake2b(repr(words).encode(), digest_size=16).digest())
        self._size, self._start = size, seed % size
        self._step = next(
            step for step in range(size // 3 + seed % (size // 2), 2 * size) if gcd(step, size) == 1
        )

    def at(self, place: int) -> int:
        """The number at that place; ValueError where all were given."""
        if place >= self._size:
            raise ValueError("all numbers are given")
        return (self._start + place * self._step) % self._size


class Numbers:
    """Personal numbers, tax codes and insurance numbers of one run; none that is `taken`."""

    def __init__(self, seed: int, taken: Container[str] = frozenset()) -> None:
        self._seed, self._taken = seed, taken
        self._given: Counter[str] = Counter()
        self._orders: dict[str, Shuffled] = {}

    def personal(self, province_code: str, *, is_woman: bool, birth_year: int) -> str:
        """Twelve digits (Decree 137/2015/NĐ-CP, Art. 13)."""
        prefix = prefix_of(province_code, Sex.FEMALE if is_woman else Sex.MALE, birth_year)
        while (number := f"{prefix}{self._next(prefix, SERIALS):06d}") in self._taken:
            continue
        return number

    def insurance(self, province_code: str) -> str:
        """Ten digits, the province first."""
        key = f"insurance {province_code}"
        while (number := f"{province_code}{self._next(key, INSURANCE_SERIALS):08d}") in self._taken:
            continue
        return number

    def tax(self, prefix: str) -> str:
        """Ten digits with a check digit; serials without one are passed over."""
        while True:
            code = tax_code_of(prefix, 1 + self._next(f"tax {prefix}", TAX_SERIALS - 1))
            if code and code not in self._taken:
                return code

    def _next(self, key: str, size: int) -> int:
        if key not in self._orders:
            self._orders[key] = Shuffled(size, self._seed, key)
        place = self._given[key]
        self._given[key] += 1
        return self._orders[key].at(place)
