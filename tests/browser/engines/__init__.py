"""The engines that the scenarios run in: each driver is a module, and every page has the same few calls of Playwright's."""
