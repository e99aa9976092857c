"""x"""

SEARCHES = {}
