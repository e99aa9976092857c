"""What a page complains of, noted while Chromium is driven."""

# What Chromium calls a request that ended because its page was left, or because it became a download.
CUT_OFF = "net::ERR_ABORTED"
#: Where an entry of the log comes from that is no complaint of the page: `intervention`, when Chromium does otherwise than it was
#: asked to for the reader's sake, as with a touch while the page scrolls; `worker`, what a worker said, which the console tells
#: too (https://chromedevtools.github.io/devtools-protocol/tot/Log/).
NOT_OF_THE_PAGE = ("intervention", "worker")


def complaints_of(page: object) -> list[str]:
    """What `page` complains of from now on, growing: warnings and errors of its scripts and of Chromium about it, errors nobody
    caught, and requests that failed. A request that was cut off because the reader went on to another page is none."""
    complaints: list[str] = []

    def said(message) -> None:
        # What has no arguments was not said by a script: it stands in the log, with its source.
        if message.type in ("error", "warning") and message.args:
            complaints.append(message.text)

    def logged(event) -> None:
        entry = event["entry"]
        if entry["level"] in ("error", "warning") and entry["source"] not in NOT_OF_THE_PAGE:
            complaints.append(entry["text"])

    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "requestfailed",
        lambda request: request.failure == CUT_OFF or complaints.append(f"{request.failure}: {request.url}"),
    )
    log = page.context.new_cdp_session(page)
    log.on("Log.entryAdded", logged)
    log.send("Log.enable")
    return complaints
