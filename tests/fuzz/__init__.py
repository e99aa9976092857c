"""Fuzz: very many odd inputs for the steps that read what people give: seeds, records, queries.

`texts` makes the inputs from the real ones, always the same for a seed; `stages` says what is done with them and what must hold
whatever they are; `python -m tests.fuzz` (`make fuzz`) does it for 200,000 of them and more and prints a table, and
tests/fuzz/test_fuzz.py for a sample.
"""
