// @ts-check
/* Comments: they stand in the margin, beside their block or below those of the block before; where there is no margin, behind
   a button. Of a long one the first lines are shown, the whole on demand. */
(() => {
  const reading = /** @type {HTMLElement | null} */ (document.querySelector(".reading"));
  if (!reading) return;
  const wide = matchMedia("(width >= 76.25em)");
  const groups = /** @type {HTMLElement[]} */ (Array.from(reading.querySelectorAll(".comments")));
  let isStacked = false;

  const stack = () => {
    if (!wide.matches && !isStacked) return;
    if (wide.matches) clip(reading);
    // All is measured before anything is moved: each layout of a long article costs.
    const tops = groups.map((group) => /** @type {Element} */ (group.parentNode).getBoundingClientRect().top);
    const heights = groups.map((group) => group.getBoundingClientRect().height);
    const above = reading.getBoundingClientRect().top;
    let bottom = above;
    groups.forEach((group, number) => {
      const shift = wide.matches ? Math.max(0, bottom - tops[number]) : 0;
      group.style.top = `${shift}px`;
      bottom = tops[number] + shift + heights[number];
    });
    reading.style.minHeight = wide.matches ? `${bottom - above}px` : "";
    reading.classList.add("placed");
    isStacked = wide.matches;
  };

  /* --- Long comments; they are measured when they are first to be seen. --- */

  /** @type {Set<Element>} */
  const measured = new Set();

  /** @param {Element} within */
  const clip = (within) => {
    const comments = Array.from(within.querySelectorAll(".comment")).filter((comment) => !measured.has(comment));
    const isLong = comments.map((comment) => {
      const text = comment.querySelector("p");
      return text !== null && (!text.clientHeight || text.scrollHeight > text.clientHeight + 2);
    });
    comments.forEach((comment, number) => {
      measured.add(comment);
      if (isLong[number]) addMore(comment);
      else comment.classList.add("whole");
    });
  };

  /** @param {Element} comment */
  const addMore = (comment) => {
    const more = document.createElement("button");
    more.type = "button";
    more.className = "more";
    const label = () => {
      const isWhole = comment.classList.contains("whole");
      more.ariaExpanded = String(isWhole);
      more.textContent = jianzhu.message(isWhole ? "less" : "more");
    };
    more.addEventListener("click", () => {
      comment.classList.toggle("whole");
      label();
      stack();
    });
    comment.append(more);
    label();
  };

  /* --- Where there is no margin, a button says how many comments a block has, and shows them. --- */

  /* Adds a line to `button`: a sign and a number to look at, the number and a noun for screen readers. */
  /** @type {(button: HTMLButtonElement, sign: string, count: number, key: string) => void} */
  const addCount = (button, sign, count, key) => {
    if (!count) return;
    const shown = document.createElement("span");
    const spoken = document.createElement("span");
    shown.ariaHidden = "true";
    shown.textContent = (button.firstChild ? "\n" : "") + sign;
    spoken.className = "aside";
    spoken.textContent = jianzhu.message(key, { count });
    button.append(shown, String(count), spoken);
  };

  groups.forEach((group, number) => {
    const pair = /** @type {HTMLElement} */ (group.parentNode);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "counts";
    addCount(button, "※ ", group.querySelectorAll(".comment").length, "count_notes");
    addCount(button, "⇄ ", group.querySelectorAll(".links li").length, "count_links");
    group.id = `comments-${number}`;
    button.setAttribute("aria-controls", group.id);
    /** @param {boolean} isOpen */
    const toggle = (isOpen) => {
      if (isOpen) pair.dataset.notes = "";
      else delete pair.dataset.notes;
      button.ariaExpanded = String(isOpen);
      if (isOpen) clip(group);
    };
    button.addEventListener("click", () => toggle(!("notes" in pair.dataset)));
    group.prepend(button);
    const asked = location.hash.slice(1);
    toggle(asked !== "" && group.querySelector(`[id='${CSS.escape(asked)}']`) !== null);
  });

  reading.addEventListener("toggle", stack, true);
  for (const name of ["resize", "load", "hashchange"]) addEventListener(name, stack);
  jianzhu.onChange(stack);
  stack();

  /* --- Blocks whose layout was deferred (content-visibility) are laid out when there is time, four at once. --- */

  const deferred = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".pair")));
  const whenIdle = window.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 50));
  const layOut = () => {
    for (const pair of deferred.splice(0, 4)) pair.style.contentVisibility = "visible";
    if (deferred.length) whenIdle(layOut);
    else document.documentElement.classList.add("settled");
  };
  if (document.readyState === "complete") whenIdle(layOut);
  else addEventListener("load", () => whenIdle(layOut));
})();
