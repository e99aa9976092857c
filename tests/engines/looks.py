"""x"""

LOOKS = {}
