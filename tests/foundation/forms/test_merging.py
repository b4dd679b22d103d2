"""Two windows, one draft: nothing that somebody typed disappears."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.forms.rules.merging import Change, leaves, merge, nest, trimmed

from .factories import answers, every_kind

PATHS = st.sampled_from(["a", "b", "address.street"])
LEAVES = st.dictionaries(PATHS, st.sampled_from(["một", "hai", "ba"]))


@given(LEAVES, st.lists(st.tuples(LEAVES, st.integers(1, 5)), max_size=5))
def test_every_text_is_in_the_draft_or_beside_it_or_was_replaced_by_who_saw_it(
    start: dict[str, Any], savings: list[tuple[dict[str, Any], int]]
) -> None:
    history, trail = [start], ()
    for typed, age in savings:
        revision = len(history)
        seen = max(1, revision - age)
        base, current = history[seen - 1], history[-1]
        merged = merge(current=current, typed=typed, seen=seen, revision=revision + 1, trail=trail)
        for path, text in typed.items():
            touched = text != base.get(path)
            assert merged.leaves[path] == (text if touched else current.get(path, text))
            lost = touched and current.get(path) not in (None, text, base.get(path))
            assert not lost or merged.others[path] == current[path]
        history.append(merged.leaves)
        trail = (*trail, *merged.changes)


def test_a_window_older_than_the_trail_keeps_both() -> None:
    trail = (Change(5, "", None), Change(6, "a", "một"))

    merged = merge(current={"a": "hai"}, typed={"a": "ba"}, seen=2, revision=7, trail=trail)

    assert merged.leaves == {"a": "ba"}
    assert merged.others == {"a": "hai"}


def test_the_trail_stays_small_and_says_how_far_it_reaches() -> None:
    trail = tuple(Change(n, "a", "á" * 1000) for n in range(1, 200))

    kept = trimmed(trail)

    assert len(kept) < 20
    assert kept[0].path == ""
    assert kept[0].revision == kept[1].revision - 1
    assert trimmed(kept) == kept


def test_leaves_can_be_nested_again() -> None:
    form = every_kind()
    typed = answers(address={"street": "Số 1", "commune": "98765"}, children=[{"full_name": "A"}])

    flat = leaves(tuple(form.fields), typed)

    assert flat["address.street"] == "Số 1"
    assert nest(flat) == typed
