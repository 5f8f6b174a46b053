"""`python -m benchmarks.faults NAME`: harm Nära in one way, and see what is left.

Exit code 1 when anything that was acknowledged is lost, doubled or half written.
"""

import sys
from argparse import ArgumentParser

from benchmarks.faults import disk, kills, receiver_away, replica

FAULTS = {
    "kills": kills,
    "replica": replica,
    "disk": disk,
    "receiver": receiver_away,
}


def main() -> int:
    """Run the named fault with its options."""
    parser = ArgumentParser(description=__doc__)
    names = parser.add_subparsers(dest="fault", required=True)
    for name, module in FAULTS.items():
        module.options(names.add_parser(name, help=module.__doc__.splitlines()[0]))
    chosen = parser.parse_args()
    held = FAULTS[chosen.fault].run(chosen)
    print("Allt höll." if held else "DET HÖLL INTE.")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
