"""Charts: pictures drawn when the site is built."""
