"""What a page complains of, noted while Chromium is driven."""

# What Chromium calls a request that ended because its page was left, or because it became a download.
CUT_OFF = "net::ERR_ABORTED"
#: Where an entry of the log comes from that is no error of the page: `intervention`, when Chromium does otherwise than it was
#: asked to for the reader's sake, as with a touch while the page scrolls; `worker`, what a worker said, which the console tells
#: too (https://chromedevtools.github.io/devtools-protocol/tot/Log/).
NOT_OF_THE_PAGE = ("intervention", "worker")


def console_errors(page: object) -> list[str]:
    """What `page` complains of from now on, growing: warnings and errors of its scripts and of Chromium about it, errors nobody
    caught, and requests that failed. A request that was cut off because the reader went on to another page is none."""
    errors: list[str] = []

    def said(message) -> None:
        # What has no arguments was not said by a script: it stands in the log, with its source.
        if message.type in ("error", "warning") and message.args:
            errors.append(message.text)

    def logged(event) -> None:
        entry = event["entry"]
        if entry["level"] in ("error", "warning") and entry["source"] not in NOT_OF_THE_PAGE:
            errors.append(entry["text"])

    page.on("console", said)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "requestfailed",
        lambda request: request.failure == CUT_OFF or errors.append(f"{request.failure}: {request.url}"),
    )
    log = page.context.new_cdp_session(page)
    log.on("Log.entryAdded", logged)
    log.send("Log.enable")
    return errors
