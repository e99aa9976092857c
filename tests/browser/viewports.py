"""The windows in which most tests open a page."""

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
