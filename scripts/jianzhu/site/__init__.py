"""Site: from the edition to the pages, data and search of the published site."""
