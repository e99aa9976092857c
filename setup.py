"""What pyproject.toml cannot say: the theme’s templates, the assets and the handbook are outside scripts/, and travel with it."""

from setuptools import find_packages, setup

THEME = "jianzhu.site.theme"
OUTSIDE = {f"{THEME}.overrides": "overrides", f"{THEME}.docs.assets": "docs/assets", f"{THEME}.seeds": "seeds"}

setup(
    packages=[*find_packages("scripts", include=["jianzhu*"]), *OUTSIDE],
    package_dir={"": "scripts", **OUTSIDE},
    # Of seeds/, only the handbook: what else is there is an edition.
    exclude_package_data={f"{THEME}.seeds": ["*.yml", "*.txt", "articles/*"]},
)
