/* What the tests of the controls ask of a page: `one` element, whether something can be `seen`, where a link has `led`, what
   was `copied`. A link to another page is followed up to the door only, which costs no second page. `shifts` are all shifts
   of the layout with their times, those after a click or a key included. */
"use strict";

window.one = selector => document.querySelector(selector);
window.visible = node => node.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && node.getClientRects().length > 0;
window.seen = selector => [...document.querySelectorAll(selector)].some(visible);
window.items = () => document.querySelectorAll('[data-item]:not([hidden])').length;
/* Of the items that are there: whether all are so; one has a token; the output tells how many; rows are in order. */
window.every = holds => items() && [...document.querySelectorAll('[data-item]:not([hidden])')].every(holds);
window.has = (item, name, value) => item.getAttribute(`data-${name}`).split(' ').includes(value);
window.counts = () => one('.shown').textContent.match(/\d+/g).map(Number).includes(items());
window.sorted = (key, way) => {
    if (one(`table.claims th:has([data-sort=${key}])`).ariaSort !== way) return false;
    const found = [...one('table.claims').tBodies[0].rows].map(row => row.getAttribute(`data-sort-${key}`)).filter(Boolean);
    const order = (a, b) => isNaN(a) ? a.localeCompare(b) : a - b;
    return found.every((value, at) => !at || order(value, found[at - 1]) * (way === 'ascending' ? 1 : -1) >= 0);
};
/* Whether the whole width of a thing is within the window, and its top. */
window.insight = selector => {
    const box = one(selector).getBoundingClientRect();
    return visible(one(selector)) && box.left >= 0 && box.left < innerWidth && box.top >= 0 && box.top < innerHeight;
};
window.below = (lower, upper) =>
    one(lower).getBoundingClientRect().top >= one(upper).getBoundingClientRect().bottom - 1;
window.frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
/* A moment in which nothing scrolls: Chromium forgets where a link leads if something else, as the theme's list of headings,
   scrolls at that moment. */
let scrolled = 0;
addEventListener('scroll', () => { scrolled = performance.now(); }, true);
window.rest = async () => { do await frame(); while (performance.now() - scrolled < 300); };
/* Whether `holds` comes true within ten seconds. */
window.until = async holds => {
    for (const end = performance.now() + 10000; performance.now() < end; await frame()) if (await holds()) return true;
    return false;
};
window.shut = () => document.querySelectorAll('.md-toggle:checked').forEach(toggle => toggle.click());
/* A point on words of `selector` that stand in no mark, brought to sight. */
window.plain = selector => {
    const range = document.createRange(), node = one(selector);
    node.scrollIntoView({block: 'center'});
    range.selectNode([...node.childNodes].find(child => child.nodeType === Node.TEXT_NODE && child.data.trim().length > 4));
    const box = range.getClientRects()[0];
    return [box.left + box.width / 2, box.top + box.height / 2];
};
/* A point on a link of the map that no other link lies upon, brought to sight. */
window.free = selector => {
    one(selector).closest('svg').scrollIntoView({block: 'center'});
    for (const link of document.querySelectorAll(selector)) {
        const path = link.querySelector('.hit, path'), whole = path.getTotalLength();
        for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
            const {x, y} = path.getPointAtLength(whole * part).matrixTransform(path.getScreenCTM());
            if (x > 0 && x < innerWidth && link.contains(document.elementFromPoint(x, y))) return [x, y];
        }
    }
    return null;
};
window.style = (of, name) => getComputedStyle(of.nodeType ? of : one(of)).getPropertyValue(name);
/* What stands in a node; the beginning of an entry in the lists of the page; what a rule has read. */
window.words = selector => one(selector).textContent.replace(/\s+/g, ' ').trim();
window.text = (id, part) => {
    const entry = document.getElementById(id);
    return ((part && entry.querySelector(part)) || entry).textContent.replace(/\s+/g, ' ').trim().slice(0, 24);
};
window.read = selector => one(selector).dataset.edtf || one(selector).dataset.value;
window.copied = () => navigator.clipboard.readText();
window.led = part => window.went !== null && window.went.includes(part);
const shifts = [];
window.went = null;
const observer = new PerformanceObserver(list => note(list.getEntries()));
function note(entries) {
    for (const entry of entries)
        shifts.push([entry.startTime, entry.value, entry.sources.map(s => s.node && (s.node.outerHTML || s.node.data)
            .slice(0, 80))]);
}
observer.observe({type: 'layout-shift', buffered: true});
window.settled = async () => {
    await frame();
    note(observer.takeRecords());
    return shifts;
};
addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented) return;
    const address = new URL(link.getAttribute('href'), location);
    if (address.pathname === location.pathname && address.hash) return;
    window.went = decodeURI(address.href);
    event.preventDefault();
});
/* Goes to the stop of the Tab key before `selector`, or behind it where it is the first; tells what is wrong, and the key. */
window.before = selector => {
    const stop = node => node.tabIndex >= 0 && !node.disabled
        && node.checkVisibility({visibilityProperty: true}) && node.getClientRects().length
        && !(node.type === 'radio' && !node.checked && one(`[name='${node.name}']:checked`));
    const stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')].filter(stop);
    const target = [...document.querySelectorAll(selector)].find(node => stop(node));
    window.awaited = target;
    if (!target) return [`no stop of the Tab key matches ${selector}`, ''];
    const at = stops.indexOf(target);
    stops[at ? at - 1 : 1].focus({preventScroll: true});
    return ['', at ? 'Tab' : 'Shift+Tab'];
};
/* Whether the Tab key has come to what was awaited, and the reader can see it there. */
window.arrived = () => {
    const target = window.awaited, now = document.activeElement;
    if (now !== target) return `the Tab key leads to ${now.outerHTML.slice(0, 90)}`;
    const shown = target.type === 'radio' ? target.nextElementSibling : target;  // the button itself is hidden
    if (!visible(shown)) return 'it cannot be seen';
    const box = shown.getBoundingClientRect();
    const away = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
    return away ? `it is out of sight: ${JSON.stringify(box)}` : '';
};
/* All that a control may have changed. */
window.state = () => {
    const root = document.documentElement, data = root.dataset;
    return {
        time: performance.now(),
        // The circle behind Material's open search reaches over the edge, where nothing can be scrolled.
        edge: root.scrollWidth > root.clientWidth && !one('#__search').checked,
        left: {
            query: location.search, view: data.view, script: data.script, hide: data.hide, went: window.went,
            scheme: document.body.dataset.mdColorScheme, items: items(), off: document.querySelectorAll('.off').length,
            open: [...document.querySelectorAll('details[open], dialog[open], [aria-expanded=true], [data-open]')]
                .map(node => node.className), card: !one('#card') || one('#card').hidden,
            toggles: [...document.querySelectorAll('.md-toggle')].map(node => node.checked),
            sorted: [...document.querySelectorAll('[aria-sort]')].map(node => node.ariaSort + node.cellIndex),
        },
    };
};
window.calm = () => { window.went = null; document.activeElement.blur(); getSelection().removeAllRanges(); }
