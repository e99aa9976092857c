"""Theme: what is changed in Material, the policy that every page keeps, the site's own styles and scripts, the licenses."""
