"""What a page complains of, noted while it is driven."""

# What Chromium calls a request that ended because its page was left, or because it became a download.
CUT_OFF = "net::ERR_ABORTED"


def complaints_of(page: object) -> list[str]:
    """What `page` complains of from now on, growing: warnings and errors of its console, errors nobody caught, and
    requests that failed. A request that was cut off because the reader went on to another page is none."""
    complaints: list[str] = []
    page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "requestfailed",
        lambda request: request.failure == CUT_OFF or complaints.append(f"{request.failure}: {request.url}"),
    )
    return complaints
