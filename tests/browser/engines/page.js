// What the page of an engine without Playwright does in the document. An expression: an object of functions.
// A target is a list of steps, each one of {css}, {text} (keeps what contains it) and {first}.
({
  all(target) {
    const words = text => text.replace(/\s+/g, ' ').toLowerCase();
    return target.reduce((found, step) => {
      if (step.first) return found.slice(0, 1);
      if (step.text) return found.filter(node => words(node.textContent).includes(words(step.text)));
      return [...new Set(found.flatMap(node => [...node.querySelectorAll(step.css)]))];
    }, [document]);
  },

  // The one element that is meant, or null while there is none.
  one(target) {
    const found = this.all(target);
    if (found.length > 1) throw new Error(`${found.length} elements for ${JSON.stringify(target)}, where one is meant`);
    return found[0] || null;
  },

  seen(node) {
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible';
  },

  // Where a reader would point to touch the element: {x, y}, or {not: why it cannot be touched yet}.
  async aim(target) {
    const node = this.one(target);
    if (!node) return { not: 'is not there' };
    if (!this.seen(node)) return { not: 'is not in sight' };
    if (node.disabled) return { not: 'is disabled' };
    const place = () => {
      // The first line of what is broken into several: the middle of all of them may be between them.
      const { x, y, width, height } = [...node.getClientRects()].find(box => box.width && box.height) || {};
      return { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) };
    };
    const inside = ({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const touched = ({ x, y }) => {
      const top = document.elementFromPoint(x, y);
      const label = top && top.closest('label');
      return top && (node.contains(top) || (label && (label.control === node || label.contains(node))));
    };
    if (!inside(place())) node.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const before = place();
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const now = place();
    if (before.x !== now.x || before.y !== now.y) return { not: 'moves' };
    if (!inside(now)) return { not: 'is outside of the window' };
    if (touched(now)) return now;
    // Under something that stays at the edge of the window: in the middle there is room.
    node.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const top = document.elementFromPoint(now.x, now.y);
    return { not: 'is covered by ' + (top ? top.outerHTML.slice(0, 200) : 'nothing that can be touched') };
  },

  // Puts a text in the place of what stands in a field, as a paste or a tapped candidate does: the page hears `input`.
  fill(target, text) {
    const node = this.one(target);
    if (!node || !this.seen(node)) return false;
    node.focus();
    node.select();
    document.execCommand(text ? 'insertText' : 'delete', false, text);
    return node.value === text || Promise.reject(new Error(`the field took ${node.value} for ${text}`));
  },

  // Chooses an option. The menu that opens is a window of the system, which a driver does not reach.
  choose(target, value) {
    const node = this.one(target);
    if (!node || !this.seen(node) || ![...node.options].some(option => option.value === value)) return false;
    node.focus();
    node.value = value;
    for (const name of ['input', 'change']) node.dispatchEvent(new Event(name, { bubbles: true }));
    return true;
  },
})
