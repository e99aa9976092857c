"""Text: characters, dates, quantities and scripts; knows no record."""
