"""Changes: an edition changed by commands: rename, delete, merge, split, join, divide, move, update.

Every reference follows, old addresses lead on (`seeds/changes.yml`), and nothing is written unless the edition is as sound
afterwards as it was.
"""
