// @ts-check
/* Finder: what stands above the results of a search: filters to click, what is to be said of the answer, similar names, and a
   button for more. Filters are words of the query, so that they can be typed, and a link keeps them. */
(() => {
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const results = document.querySelector(".md-search__scrollwrap");
  const summary = document.querySelector(".md-search-result__meta");
  const { worker, message } = jianzhu;
  if (!input || !results || !summary || !worker) return;

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const QUERY = 2;
  const RESULT = 3;
  let times = 1;
  /** @type {Found | null} the answer that is shown */
  let answer = null;
  /** @type {Answer | null} */
  let latest = null;

  /** @type {<Name extends keyof HTMLElementTagNameMap>(name: Name, className?: string, text?: string) => HTMLElementTagNameMap[Name]} */
  const element = (name, className = "", text = "") => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };

  const bar = element("div", "finder");
  const rest = element("div", "finder");

  /* Material asks at a key, and never twice for the same. */
  const ask = () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));

  /** @type {(text: string, act: () => void, isPressed?: boolean) => HTMLButtonElement} */
  const buttonFor = (text, act, isPressed) => {
    const button = element("button", "", text);
    button.type = "button";
    if (isPressed !== undefined) button.ariaPressed = String(isPressed);
    button.dataset.label = text;
    button.addEventListener("click", act);
    return button;
  };

  /* Asks the query of the answer with the filter `id` set to `value`, or, where that is empty, without it. */
  /** @type {(id: FilterId, value: string) => void} */
  const setFilter = (id, value) => {
    const { without = "", label = "" } = answer?.names[id] ?? {};
    input.value = value ? `${without} ${label}:${value}` : without;
    ask();
  };

  /* The choices of the filter `id` that are found or chosen; the `value` of a choice is written into the query. */
  /** @type {(id: FilterId, choices: Choice[], chosen?: string, more?: string) => void} */
  const addGroup = (id, choices, chosen, more) => {
    const group = element("div", "finder-group");
    group.role = "group";
    group.ariaLabel = message(`filter_${id}`);
    for (const { id: choice, value, label, count } of choices) {
      const isOn = choice === chosen;
      if (!isOn && !count) continue;
      const button = buttonFor(label, () => setFilter(id, isOn ? "" : (value ?? label)), isOn);
      button.append(" ", element("small", "", String(count)));
      group.append(button);
    }
    if (more) group.append(element("small", "", more));
    if (group.firstChild) bar.append(group);
  };

  /** @param {string} text */
  const addNote = (text) => bar.append(element("p", "finder-note", text));

  /* What is found, in a sentence, of which the first `listed` pages are shown. */
  /** @type {(found: Found, listed: number) => string} */
  const summarize = ({ query, terms, failed, pages, hits, doubt, whole, instead, rest: others }, listed) => {
    if (!query.trim()) return message("search_ready");
    if (!terms && !failed) return message("search_empty");
    if (instead) return message("found_instead", { query: query.trim(), label: instead });
    if (!pages && listed) return message(whole ? "found_best" : "found_nearest");
    if (!pages) return message("search_none");
    const found = message(doubt ? `found_${doubt}` : "found", { hits, pages });
    return others ? message("found_first", { found, listed }) : found;
  };

  /** @param {Found} found */
  const addFilters = ({ filters, articles, articleCount, choices }) => {
    const slugs = Object.keys(articles);
    const others = articleCount - slugs.length;
    if (filters.article && !slugs.includes(filters.article)) slugs.unshift(filters.article);
    const named = slugs.map((slug) => {
      const { title, hits } = articles[slug] ?? { title: slug, hits: 0 };
      return { id: slug, value: slug, label: title, count: hits };
    });
    addGroup("kind", choices.kind, filters.kind);
    addGroup("lang", choices.lang, filters.lang);
    addGroup(
      "article",
      named,
      filters.article,
      others > 0 ? message("more_articles", { count: articleCount, others }) : "",
    );
  };

  /** @param {string[]} labels */
  const addSimilar = (labels) => {
    const similar = element("p", "finder-note", message("similar_terms"));
    for (const label of labels) {
      const choose = () => {
        input.value = label;
        ask();
        input.focus();
      };
      similar.append(buttonFor(label, choose), " ");
    }
    bar.append(similar);
  };

  /** @type {(found: Found, listed: number) => void} */
  const fill = (found, listed) => {
    bar.textContent = "";
    rest.hidden = true;
    bar.hidden = !found.query.trim();
    if (found.error) return addNote(message("search_failed", { error: found.error }));
    summary.textContent = summarize(found, listed);
    if (bar.hidden) return;
    if (found.terms) addFilters(found);
    if (found.failed) addNote(message("index_incomplete", { count: found.failed }));
    if (found.cut) addNote(message("query_cut", { most: found.cut }));
    if (!listed) {
      const help = element("a", "", message("search_help"));
      help.href = new URL(`../../${found.guide}`, src).href;
      bar.append(help);
    }
    if (found.near.length) addSimilar(found.near);
    rest.hidden = !found.rest;
  };

  /* Shows an answer; the focus stays on the button on which it was, or goes to the box where there is no such button any more. */
  /** @type {(found: Found, listed: number) => void} */
  const show = (found, listed) => {
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const focused = bar.contains(active) ? active?.dataset.label : undefined;
    const isSpent = !found.rest && rest.contains(active);
    answer = found;
    fill(found, listed);
    const buttons = Array.from(bar.querySelectorAll("button"));
    const again = focused ? buttons.find((button) => button.dataset.label === focused) : undefined;
    if (again) again.focus();
    else if (focused || isSpent) input.focus();
  };

  worker.addEventListener("message", ({ data: { type, data } }) => {
    if (type !== RESULT) return;
    latest = data;
    // Behind Material's own listener, whose count this one replaces; an answer to what is no longer asked says nothing of it.
    setTimeout(() => {
      if (data !== latest) return;
      if (data.found.query === input.value) return show(data.found, data.items.length);
      summary.textContent = message("searching");
      ask();
    });
  });

  // Text comes without a key, too: pasted by the mouse, dropped, dictated, or when a candidate is tapped.
  for (const name of ["input", "compositionend", "change"]) input.addEventListener(name, ask);
  input.form?.addEventListener("reset", () => setTimeout(ask));
  input.addEventListener("keyup", () => {
    if (answer?.query !== input.value) times = 1;
  });

  // Tab leads through the filters, and the search closes when the focus has left it.
  const panel = /** @type {HTMLElement} */ (input.closest(".md-search__inner"));
  const toggle = /** @type {HTMLInputElement} */ (document.querySelector("#__search"));
  for (const own of [bar, rest]) jianzhu.keys.withhold(own, (key) => key !== "Escape");
  jianzhu.keys.withhold(panel, (key) => key === "Tab");
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(/** @type {Node} */ (relatedTarget)) && toggle.checked) toggle.click();
  });
  const showMore = () => {
    times *= 2;
    worker.postMessage({ type: QUERY, data: input.value, more: times });
  };
  rest.append(buttonFor(message("show_more"), showMore));
  bar.hidden = true;
  rest.hidden = true;
  summary.role = "status";
  results.prepend(bar);
  results.append(rest);
})();
