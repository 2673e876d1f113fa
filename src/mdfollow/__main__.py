"""`python -m mdfollow`."""

import sys

from mdfollow.cli import main

if __name__ == "__main__":
    sys.exit(main())
