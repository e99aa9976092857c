"""The tests. MkDocs is to find the plugin of this source tree, whatever is installed."""

from jianzhu.site.mkdocs import register

register()
