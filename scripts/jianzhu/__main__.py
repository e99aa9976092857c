"""`python -m jianzhu`, and the command `jianzhu` of the installed package."""

from jianzhu.commands.cli import run

if __name__ == "__main__":
    run()
