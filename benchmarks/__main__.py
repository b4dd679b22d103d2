"""`python -m benchmarks`: every benchmark in turn, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """0 where every benchmark ran; whether a goal was reached stands in its last line."""
    failed = 0
    for file in sorted(HERE.glob("bench_*.py")):
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{file.stem}"]).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
