"""Short files and short functions stay readable."""

from .house import functions, modules, name_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 40


def test_no_file_is_over_400_lines() -> None:
    long = {
        name_of(p): n
        for p in modules()
        if (n := len(p.read_text("utf-8").splitlines())) > LONGEST_FILE
    }

    assert not long, f"Split by what can be done, one file a verb: {long}"


def test_no_function_is_over_40_lines() -> None:
    long = {
        f"{name_of(path)}:{node.name}": lines
        for path in modules()
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert not long, f"Name the parts and call them: {long}"
