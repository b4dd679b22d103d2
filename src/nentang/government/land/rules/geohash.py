"""Geohashes (G. Niemeyer, 2008): longitude and latitude bit by bit in turn, five bits a letter."""

LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz"
LONGEST = 12


def geohash(longitude: float, latitude: float, length: int = LONGEST) -> str:
    """The cell of that many letters in which the point lies; on a border the eastern, northern one."""
    low = [-180.0, -90.0]
    high = [180.0, 90.0]
    point = (longitude, latitude)
    letters = []
    for letter in range(length):
        value = 0
        for bit in range(5):
            axis = (letter * 5 + bit) % 2
            middle = (low[axis] + high[axis]) / 2
            is_upper = point[axis] >= middle
            (low if is_upper else high)[axis] = middle
            value = value * 2 + is_upper
        letters.append(LETTERS[value])
    return "".join(letters)


def cell_of(text: str) -> tuple[float, float, float, float]:
    """West, south, east, north of the cell; ValueError where the text is no geohash."""
    if not 0 < len(text) <= LONGEST:
        raise ValueError("no geohash")
    low = [-180.0, -90.0]
    high = [180.0, 90.0]
    for place, letter in enumerate(text):
        value = LETTERS.index(letter)
        for bit in range(5):
            axis = (place * 5 + bit) % 2
            middle = (low[axis] + high[axis]) / 2
            (low if value >> (4 - bit) & 1 else high)[axis] = middle
    return low[0], low[1], high[0], high[1]
