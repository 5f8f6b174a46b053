"""Django's usual entry; the console command `naravard` is the same thing."""

from naravard.__main__ import main

if __name__ == "__main__":
    main()
