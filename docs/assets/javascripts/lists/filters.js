// @ts-check
/* Filters: lists that can be narrowed: glossary, timeline, claims. An item is shown if for every name that is set one of its
   tokens is among the values chosen. Without this script the lists are whole. */
(() => {
  const { fold, words, load, isAskedFor } = jianzhu.folding;

  /* The theme takes a `q` in the address for its own search box. */
  /** @param {string} name */
  const parameterOf = (name) => (name === "q" ? "find" : name);

  /** @typedef {HTMLInputElement | HTMLSelectElement} Control */
  /* `control` if it is a box that is checked or not. */
  /** @param {Control} control */
  const asChoosable = (control) =>
    control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type) ? control : null;

  /** @type {(filters: HTMLElement, list: HTMLElement) => void} */
  const register = (filters, list) => {
    const items = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll("[data-item]")));
    const groups = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-group]"));
    const controls = /** @type {Control[]} */ (Array.from(filters.querySelectorAll("[name]")));
    const output = filters.querySelector(".shown");
    const clear = /** @type {HTMLButtonElement | null} */ (filters.querySelector(".clear"));
    const mirrored = document.querySelectorAll(`[data-mirror='${list.id}'] a[href^='#']`);
    /** @type {Map<HTMLElement, string>} */
    const texts = new Map();

    /* An item is found by what was published, in whichever script it is shown. */
    /** @param {HTMLElement} item */
    const textOf = (item) => {
      const text = texts.get(item) ?? fold(jianzhu.cloneAsPublished(item).textContent ?? "");
      texts.set(item, text);
      return text;
    };

    const chosen = () => {
      /** @type {Record<string, string[]>} */
      const values = {};
      for (const control of controls) {
        const name = parameterOf(control.name);
        const value = control.value.trim();
        values[name] ??= [];
        if (value && asChoosable(control)?.checked !== false) values[name].push(value);
      }
      return values;
    };

    /** @type {(item: HTMLElement, values: Record<string, string[]>, asked: string[][]) => boolean} */
    const matches = (item, values, asked) =>
      Object.entries(values).every(([name, own]) => {
        if (!own.length) return true;
        if (name === "find") return asked.every((word) => word.some((form) => textOf(item).includes(form)));
        const tokens = (item.getAttribute(`data-${name}`) ?? "").split(" ");
        return own.some((value) => tokens.includes(value));
      });

    /* A picture of the list fades what the list hides. */
    const fadeMirrored = () => {
      for (const link of mirrored) {
        const item = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
        const isOff = item?.hidden !== false;
        link.classList.toggle("off", isOff);
        if (isOff) link.setAttribute("tabindex", "-1");
        else link.removeAttribute("tabindex");
      }
    };

    const apply = () => {
      const values = chosen();
      const asked = words(values.find?.[0] ?? "");
      if (asked.length && !isAskedFor()) {
        load().then(() => {
          texts.clear();
          apply();
        });
      }
      for (const item of items) item.hidden = !matches(item, values, asked);
      for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
      fadeMirrored();
      const count = items.filter((item) => !item.hidden).length;
      if (output) output.textContent = jianzhu.message("shown_of", { count, total: items.length });
      if (clear) clear.disabled = Object.values(values).every((own) => !own.length);
      return values;
    };

    /* Sets every control to what `params` say of it, or to nothing. */
    /** @param {URLSearchParams} params */
    const restore = (params) => {
      for (const control of controls) {
        const name = parameterOf(control.name);
        const box = asChoosable(control);
        if (box) {
          const known = controls.filter((one) => one.name === control.name).map((one) => one.value);
          const asked = params.getAll(name).filter((value) => known.includes(value));
          box.checked = asked.length ? asked.includes(control.value) : !control.value;
        } else {
          control.value = params.get(name) ?? "";
          if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.selectedIndex = 0;
        }
      }
    };

    const reset = () => {
      restore(new URLSearchParams());
      jianzhu.keepParameters(apply());
    };

    /* Whoever asks for an item by its address gets to see it. */
    const reveal = () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target || !list.contains(target) || target.offsetParent) return;
      reset();
      target.scrollIntoView();
    };

    restore(new URLSearchParams(location.search));
    filters.hidden = false;
    apply();
    reveal();
    filters.addEventListener("input", () => jianzhu.keepParameters(apply()));
    addEventListener("hashchange", reveal);
    clear?.addEventListener("click", () => {
      reset();
      controls[0].focus();
    });
  };

  for (const filters of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".filters[data-for]"))) {
    const list = document.getElementById(filters.dataset.for ?? "");
    if (list) register(filters, list);
  }
})();
