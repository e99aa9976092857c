"""Every control of an article, by mouse or finger and by keyboard, on every screen."""

from __future__ import annotations

from tests.browser.controls import (
    ALL,
    DESK,
    PHONE,
    TABLET,
    Control,
    Reader,
    Step,
    aside,
    choose,
    click,
    drive,
    expect,
    hover,
    press,
    reader,
    run,
    tab,
    to,
)

__all__ = ["reader"]  # the fixture

VIEW, SCRIPT, LAYERS = ".tools [name=view]", ".script-choice select", ".tools summary"
SOURCE, TRANSLATION = (f":is(.pair :lang({lang})#s3, .pair :lang({lang}) .s3)" for lang in ("zh", "en"))
TERM = ".main a[href*='glossary/lisa-su']"
PANEL = "dialog.panel"


def sentence(target: str) -> Step:
    """Come by Tab, j and k to the number of the sentence in which `target` stands."""
    near = f"""() => {{
        const id = jianzhu.sentences.idOf(one(`{target}`)), main = one(`#${{id}}`).closest('.main');
        (main.querySelector('a[href]') || one('.main a[href]')).dataset.near = '';
        return id;
    }}"""

    def act(reader: Reader) -> None:
        wanted = reader.page.evaluate(near)
        tab("[data-near]")(reader)
        reader.page.evaluate("delete one('[data-near]').dataset.near")
        at = "s0"
        for key in "jk" * 2 + "j" * 9:
            press(key if at == "s0" or int(at[1:]) < int(wanted[1:]) else "k")(reader)
            at = reader.page.evaluate("jianzhu.sentences.idOf(document.activeElement)")
            if at == wanted:
                break
        assert at == wanted
        assert reader.page.evaluate("document.activeElement.matches('.handle')")

    return act


def number(reader: Reader) -> None:
    """Bring the number of the ninth sentence to sight: by pointing at the sentence, or by tapping it."""
    device = reader.page.touchscreen.tap if reader.touch else reader.page.mouse.move
    for _ in range(3):  # a busy machine takes a tap for a long press now and then
        reader.page.evaluate("getSelection().removeAllRanges()")
        device(*reader.page.evaluate("plain('.main #s9')"))
        if reader.page.evaluate(
            "frame().then(() => !matchMedia('(hover: none)').matches || Boolean(one('.pair[data-open=s9]')))"
        ):
            return
    raise AssertionError("no tap on the ninth sentence unfolds it")


def shown(target: str) -> Step:
    """On a phone, unfold the block in which `target` stands if it is in the language that waits."""

    def act(reader: Reader) -> None:
        if reader.touch and reader.page.evaluate(f"!visible(one(`{target}`))"):
            reader.point(f".pair:has({target}) .turn")

    return act


def shut(reader: Reader) -> None:
    """Close the panel, and on a phone what was unfolded on the way to it."""
    press("Escape")(reader)
    if reader.touch:
        reader.page.evaluate("document.querySelectorAll('.pair[data-open] .turn').forEach(button => button.click())")
    else:
        aside(reader)


NINTH = (number, click("#s9 > .handle"), expect(f"seen('{PANEL}')"))
NINTH_BY_KEYS = (sentence("#s9"), press("Enter"), expect(f"seen('{PANEL}')"))


def view(name: str, steps: int, shows: str) -> Control:
    return Control(
        f"view chooser: {name}",
        (choose(VIEW, name),),
        (tab(VIEW), press(*["ArrowDown"] * steps)),
        f"jianzhu.get('view') === '{name}' && location.search.includes('view={name}') && {shows}",
        (choose(VIEW, "parallel"),),
        moves=ALL,
    )


def layer(name: str, off: str) -> Control:
    box = f"[name=layer][value={name}]"
    return Control(
        f"layers of marks: {name}",
        (click(LAYERS), click(f"label:has({box})")),
        (tab(LAYERS), press("Enter"), tab(box), press("Space")),
        f"jianzhu.get('hide') === '{name}' && {off}",
        (click(f"label:has({box})"), press("Escape"), expect("!seen('.tools details div')")),
        moves=ALL,
    )


def mark(kind: str, entry: str = "") -> tuple[Control, ...]:
    """A mark at a glance, and all that is said of its sentence; `entry` is what the lists call it, if they do."""
    target = f":is(.main, .facing) .{kind}:not(:has(a))"
    words = f"text('{entry}-' + one('{target}').dataset.ref)" if entry else f"read('{target}')"
    card, panel = (f"seen('{box}') && words('{box}').includes({words})" for box in ("#card", PANEL))
    by_keys = (sentence(target), press("Enter"))
    glance = Control(
        f"{kind} at a glance", (shown(target), hover(target)), by_keys, f"{card} || {panel}", (shut,), moves=(PHONE,)
    )
    every = Control(
        f"{kind}, and all about its sentence", (shown(target), click(target)), by_keys, panel, (shut,), moves=(PHONE,)
    )
    return (glance, every) if entry else (glance,)


def copy(name: str, place: int, holds: str) -> Control:
    button = f"{PANEL} button:nth-of-type({place})"
    return Control(
        f"panel: {name}",
        (*NINTH, click(button)),
        (*NINTH_BY_KEYS, press(*["Tab"] * (place - 1)), press("Enter")),
        f"/Copied|已复制/.test(one('{button}').textContent) && (await copied()).{holds}",
        (run("navigator.clipboard.writeText('')"), shut),
        moves=(PHONE,),
    )


def in_margin(name: str, target: str, shows: str, *back: Step, moves: tuple[int, ...] = ALL) -> Control:
    """What stands among the comments, which a button shows where there is no margin."""
    counts = f".pair:has({target}) .counts"

    def unfold(*steps: Step) -> Step:
        return lambda reader: [step(reader) for step in steps if reader.screen.width < DESK]

    return Control(
        f"margin: {name}",
        (unfold(click(counts)), click(target)),
        (unfold(tab(counts), press("Enter")), tab(target), press("Enter")),
        shows,
        (*back, unfold(click(counts))),
        moves=moves,
    )


def back_to_text(kind: str) -> Control:
    """From an entry of the lists to its sentence."""
    target = f"#{kind} + ul .ref"
    return Control(
        f"list of {kind}", *to(target), f"location.hash === one('{target}').hash", (aside, run("location.hash = ''"))
    )


MORE, LINKS = ".comment .more", ".comments .links summary"
READING: tuple[Control, ...] = (
    view("interlinear", 1, "seen('.main .s9') && below('.main .s9', '.main #s9')"),
    view("source", 2, f"seen('{SOURCE}') && !seen('{TRANSLATION}')"),
    view("translation", 3, f"seen('{TRANSLATION}') && !seen('{SOURCE}')"),
    Control(
        "key v",
        (),
        (press("v"),),
        "jianzhu.get('view') === 'interlinear' && one('.tools [name=view]').value === 'interlinear'",
        (choose(VIEW, "parallel"),),
        moves=ALL,
    ),
    Control(
        "script chooser",
        (choose(SCRIPT, "zh-Hans"),),
        (tab(SCRIPT), press("ArrowDown")),
        f"words('{SOURCE}').includes('苏姿丰') && location.search.includes('script=zh-Hans')",
        (choose(SCRIPT, "published"), expect(f"words('{SOURCE}').includes('蘇姿豐')")),
        moves=ALL,
    ),
    Control(
        "key c",
        (),
        (press("c"),),
        f"words('{SOURCE}').includes('苏姿丰') && one('{SCRIPT}').value === 'zh-Hans'",
        (choose(SCRIPT, "published"),),
        moves=ALL,
    ),
    Control(
        "layers of marks",
        (click(LAYERS),),
        (tab(LAYERS), press("Enter")),
        "seen('.tools details div')",
        (press("Escape"), expect("!seen('.tools details div')")),
    ),
    Control(
        "layers of marks, closed from without",
        (click(LAYERS), expect("seen('.tools details div')"), click("h1", position={"x": 3, "y": 3})),
        (),
        "!seen('.tools details div')",
        (shut,),
    ),
    layer("concept", "style(\".main a[href*='glossary/']\", 'text-decoration-line') === 'none'"),
    layer("note", "style('.main .note', 'border-bottom-style') === 'none' && style('.comment', 'display') === 'none'"),
    layer("event", "style('.main .event', 'border-bottom-style') === 'none'"),
    layer("claim", "style('.main .claim', 'text-decoration-line') === 'none'"),
    layer("emendation", "style('.reading .emendation', 'border-bottom-style') === 'none'"),
    layer("found", "style('.reading .date', 'text-decoration-line') === 'none'"),
    layer("keys", "jianzhu.get('view') === 'parallel'"),
    layer("links", "style('.comments .links', 'display') === 'none'"),
    Control(
        "the editors' summary",
        (click(".summary > summary"),),
        (tab(".summary > summary"), press("Enter")),
        "seen('.summary ol')",
        (click(".summary > summary"),),
        moves=ALL,
    ),
    Control(
        "term at a glance",
        (hover(TERM),),
        (tab(TERM),),
        "seen('#card') && words('#card').includes(text('term-lisa-su', 'p')) && seen(\"[aria-describedby=card]\")",
        (aside,),
    ),
    Control("term", (click(TERM), click(TERM)), (tab(TERM), press("Enter")), "led('glossary/lisa-su')", (aside,)),
    *mark("note", "note"),
    *mark("event", "event"),
    *mark("claim", "claim"),
    *mark("emendation", "emended"),
    *mark("date"),
    *mark("quantity"),
    Control(
        "number of a sentence, and the panel closed by Escape",
        (*NINTH, press("Escape")),
        (*NINTH_BY_KEYS, press("Escape")),
        f"!seen('{PANEL}') && document.activeElement.matches('#s9 > .handle')",
        (shut,),
        moves=(PHONE,),
    ),
    Control(
        "panel: close",
        (*NINTH, click(f"{PANEL} button:last-of-type")),
        (*NINTH_BY_KEYS, tab(f"{PANEL} button:last-of-type"), press("Enter")),
        f"!seen('{PANEL}')",
        (shut,),
        moves=(PHONE,),
    ),
    Control(
        "panel: a link",
        (*NINTH, click(f"{PANEL} a")),
        (*NINTH_BY_KEYS, tab(f"{PANEL} a"), press("Enter")),
        "led('.html')",
        (shut,),
        moves=(PHONE,),
    ),
    copy("copy link", 1, "endsWith('articles/tortoise.html#s9')"),
    copy("copy citation", 2, "match(/(, |，)s9/)"),
    copy("BibTeX", 3, "startsWith('@incollection{tortoise-s9,')"),
    copy("CSL-JSON", 4, "includes('\"locator\": \"s9\"')"),
    Control(
        "a range of sentences",
        (*NINTH, press("Escape"), hover("#s11"), click("#s11 > .handle", modifiers=["Shift"])),
        (*NINTH_BY_KEYS, press("Escape", "j", "j", "Shift+Enter")),
        f"location.hash === '#s9-s11' && document.querySelectorAll('.main .cited').length === 3 && seen('{PANEL}')",
        (shut, run("location.hash = ''")),
        widths=(TABLET, DESK),
    ),
    Control(
        "a sentence in the other language",
        (number,),
        (tab(".pair:has(#s9) .turn"), press("Enter")),
        "seen('.facing .s9')",
        (shut,),
        widths=(PHONE,),
        moves=ALL,
    ),
    Control(
        "a block in the other language",
        (click(".pair:has(#s9) .turn"),),
        (tab(".pair:has(#s9) .turn"), press("Space")),
        "seen('.facing .s9') && one('.pair:has(#s9) .turn').ariaExpanded === 'true'",
        (shut,),
        widths=(PHONE,),
        moves=ALL,
    ),
    Control(
        "number of comments",
        (click(".pair:has(#s9) .counts"),),
        (tab(".pair:has(#s9) .counts"), press("Enter")),
        "seen('.pair:has(#s9) .comment') && one('.pair:has(#s9) .counts').ariaExpanded === 'true'",
        (click(".pair:has(#s9) .counts"),),
        widths=(PHONE, TABLET),
        moves=ALL,
    ),
    in_margin("the whole comment", MORE, f"one('{MORE}').ariaExpanded === 'true'", click(MORE)),
    in_margin("cross-references", LINKS, "seen('.comments .links li a')", click(LINKS)),
    back_to_text("events"),
    back_to_text("claims"),
    Control("list of events: the timeline", *to("#events + ul a"), "led('timeline/index.html#')"),
    Control("list of emendations", *to("#emended + ul a"), "led('apparatus/tortoise.html#')"),
    Control("list of terms", *to("#terms + ul a"), "led('glossary/')"),
)  # fmt: skip


def test_an_article(reader, server, subtests):
    drive(reader, subtests, server, "articles/tortoise.html", READING)
