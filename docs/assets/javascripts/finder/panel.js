// @ts-check
/* Panel: what stands above the results of a search: filters to click, what is to be said of the answer, similar names, and a
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
  const MORE = 5;
  /* Kinds that are offered where nothing is found: pages of the site, and places on them. */
  const OFFERED = ["person", "organization", "model", "place", "work", "idea", "idiom"];
  const REGISTERS = ["timeline", "questions", "claims"];
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
  const said = element("p", "aside");

  /* Material asks at a key, and never twice for the same. */
  const ask = () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));

  /** @param {string} query */
  const put = (query) => {
    input.value = query;
    hasChanged();
  };

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
    put(value ? `${without} ${label}:${value}` : without);
  };

  /* The choices of the filter `id` that are found or chosen; the `value` of a choice is written into the query. */
  /** @type {(id: FilterId, choices: Choice[], chosen?: string, more?: string) => void} */
  const addGroup = (id, choices, chosen, more) => {
    const group = element("div", "finder-group");
    for (const { id: choice, value, label, count } of choices) {
      const isOn = choice === chosen;
      if (!isOn && !count) continue;
      const button = buttonFor(label, () => setFilter(id, isOn ? "" : (value ?? label)), isOn);
      button.append(" ", element("small", "", String(count)));
      group.append(button);
    }
    if (more) group.append(element("small", "", more));
    if (group.firstChild) {
      group.role = "group";
      group.ariaLabel = message(`filter_${id}`);
    }
    if (answer?.pages || group.firstChild) bar.append(group);
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
    const first = others ? message("found_first", { found, listed }) : found;
    return whole < listed ? message("found_then_nearest", { found: first }) : first;
  };

  /* What the kinds above the list say to who sees them. */
  /** @param {Found} found */
  const kindsOf = ({ choices }) =>
    choices.kind
      .filter(({ count }) => count)
      .map(({ label, count }) => `${label} ${count}`)
      .join(message("list_separator"));

  /** @type {(found: Found, listed: number) => void} */
  const say = (found, listed) => {
    const text = summarize(found, listed);
    const kinds = found.terms && listed ? kindsOf(found) : "";
    // What is said again is read out again.
    if (summary.textContent !== text) summary.textContent = text;
    if (said.textContent !== kinds) said.textContent = kinds;
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
        put(label);
        input.focus();
      };
      similar.append(buttonFor(label, choose), " ");
    }
    bar.append(similar);
  };

  /* Queries that led somewhere, for who has not typed anything yet. */
  const addRecent = () => {
    const recent = jianzhu.recent.list();
    if (!recent.length) return;
    const group = element("div", "finder-recent");
    group.role = "group";
    group.ariaLabel = message("recent");
    group.append(element("p", "finder-note", message("recent")));
    const list = element("ul");
    for (const [at, query] of recent.entries()) {
      const item = element("li");
      const again = buttonFor(query, () => {
        put(query);
        input.focus();
      });
      again.dataset.query = query;
      const drop = buttonFor("×", () => {
        jianzhu.recent.drop(query);
        refill();
        const left = bar.querySelectorAll("li");
        const beside = left[Math.min(at, left.length - 1)]?.querySelector("button:last-child");
        /** @type {HTMLElement} */ (beside ?? input).focus();
      });
      drop.ariaLabel = message("forget_query", { query });
      item.append(again, drop);
      list.append(item);
    }
    const clear = buttonFor(message("forget_all"), () => {
      jianzhu.recent.clear();
      refill();
      input.focus();
    });
    group.append(list, clear);
    bar.append(group);
  };

  const refill = () => {
    bar.textContent = "";
    addRecent();
    bar.hidden = !bar.firstChild;
  };

  /** @param {string[]} words */
  const quoted = (words) => words.map((word) => message("quoted", { word })).join(message("list_separator"));

  /* Where nothing is found: what was looked for and how, and where else to look. */
  /** @param {Found} found */
  const addOffers = ({ tried, near, guide }) => {
    const words = quoted(tried);
    if (words) addNote(message(near.length ? "tried_near" : "tried", { words }));
    /** @type {(path: string, text: string) => HTMLElement} */
    const link = (path, text) => {
      const made = element("a", "", text);
      made.href = new URL(`../../${guide.replace(/[^/]*$/, "")}${path}`, src).href;
      return made;
    };
    const offers = element("p", "finder-note finder-offers", message("look_elsewhere"));
    for (const id of OFFERED) offers.append(link(`glossary/index.html#${id}`, message(`offer_${id}`)), " ");
    for (const id of REGISTERS) offers.append(link(`${id}/index.html`, message(`offer_${id}`)), " ");
    offers.append(link(guide.replace(/^.*\//, ""), message("search_help")));
    bar.append(offers);
  };

  /** @type {(found: Found, listed: number) => void} */
  const fill = (found, listed) => {
    bar.textContent = "";
    rest.hidden = true;
    bar.hidden = !found.query.trim();
    if (found.error) return addNote(message("search_failed", { error: found.error }));
    say(found, listed);
    if (bar.hidden) return refill();
    if (found.terms && (found.pages || !listed || Object.keys(found.filters).length)) addFilters(found);
    if (found.failed) addNote(message("index_incomplete", { count: found.failed }));
    if (found.cut) addNote(message("query_cut", { most: found.cut }));
    if (found.near.length) addSimilar(found.near);
    if (!listed) addOffers(found);
    else if (!found.pages && !found.instead) addNote(message("tried_words", { words: quoted(found.tried) }));
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

  /* What the list shows is said in the same frame, and again behind the theme's own listener, whose count it replaces; an answer
     to what is no longer asked says nothing of it. */
  worker.addEventListener("message", ({ data: { type, data } }) => {
    if (type === MORE) return data.found.query === input.value ? addMore(data) : undefined;
    if (type !== RESULT) return;
    latest = data;
    const isAsked = data.found.query === input.value;
    if (isAsked) show(data.found, data.items.length);
    setTimeout(() => {
      if (data !== latest) return;
      if (data.found.query === input.value) return isAsked ? say(data.found, data.items.length) : undefined;
      summary.textContent = message("searching");
      ask();
    });
  });

  /* More of the same answer, below what is there. */
  /** @param {Answer} more */
  const addMore = ({ found, items }) => {
    const added = jianzhu.results.add(items);
    show(found, items.length);
    if (!input.matches(":focus")) return;
    added[0]?.querySelector("a")?.focus({ preventScroll: true });
  };

  /* A count is of what stands in the box: until the answer is there, none is said to be none. */
  const hasChanged = () => {
    if (answer && answer.query !== input.value && !answer.pages) summary.textContent = message("searching");
    ask();
  };

  // Text comes without a key, too: pasted by the mouse, dropped, dictated, or when a candidate is tapped.
  for (const name of ["input", "compositionend", "change"]) input.addEventListener(name, hasChanged);
  input.form?.addEventListener("reset", () => setTimeout(hasChanged));
  input.addEventListener("keyup", () => {
    if (answer?.query !== input.value) times = 1;
  });
  input.addEventListener("focus", () => {
    if (!input.value.trim()) refill();
  });
  // A query is kept when it has led somewhere.
  for (const name of ["click", "auxclick"]) {
    results.addEventListener(name, ({ target }) => {
      const isResult = target instanceof Element && target.closest(".md-search-result__link");
      if (isResult && answer?.query) jianzhu.recent.keep(answer.query);
    });
  }

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
    worker.postMessage({ type: QUERY, data: input.value, more: times, isMore: true });
  };
  rest.append(buttonFor(message("show_more"), showMore));
  bar.hidden = true;
  rest.hidden = true;
  summary.role = "status";
  said.role = "status";
  results.prepend(said, bar);
  results.append(rest);
})();
