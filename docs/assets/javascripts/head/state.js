// @ts-check
/* State: what the reader has chosen, on <html> before the first paint, in the address so that a link keeps it, and
   remembered. What can be chosen is written by Python, in front of this script. */
(() => {
  const { choices } = jianzhu;
  // Only remembered: what a link leads to shows the same with or without them.
  /** @type {Record<string, RegExp>} */
  const patterns = { hide: /^[a-z ]*$/, scheme: /^(default|slate)?$/ };
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  /** @type {StateListener[]} */
  const listeners = [];

  /** @param {string} name */
  const recall = (name) => {
    try {
      return localStorage.getItem(`jianzhu.${name}`);
    } catch {
      return null; // a page in a folder may have no storage
    }
  };

  /** @type {(name: string, value: string) => void} */
  const remember = (name, value) => {
    try {
      localStorage.setItem(`jianzhu.${name}`, value);
    } catch {
      // as above
    }
  };

  /** @type {(name: string, value: string) => boolean} */
  const isValid = (name, value) => choices[name]?.includes(value) ?? patterns[name].test(value);

  /** @param {string} name */
  const standard = (name) => choices[name]?.[0] ?? "";

  /** @type {(name: string, value: string) => void} */
  const keepInAddress = (name, value) => {
    const url = new URL(location.href);
    if (value === standard(name)) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    if (url.href === location.href) return;
    try {
      history.replaceState(history.state, "", url.href);
    } catch {
      // nor an address that scripts may change
    }
  };

  jianzhu.get = (name) => root.dataset[name] || standard(name);
  jianzhu.set = (name, value) => {
    if (!isValid(name, value)) return;
    root.dataset[name] = value;
    remember(name, value);
    if (choices[name]) keepInAddress(name, value);
    for (const listener of listeners) listener(name, value);
  };
  jianzhu.onChange = (listener) => listeners.push(listener);

  // Material's script sets the same classes, but after the first paint, when each makes all the page be styled anew.
  root.classList.remove("no-js");
  root.classList.add("js", "js-focus-visible");
  for (const name of [...Object.keys(choices), ...Object.keys(patterns)]) {
    const asked = choices[name] ? query.get(name) : null;
    const value = [asked, recall(name), standard(name)].find((one) => one !== null && isValid(name, one)) ?? "";
    root.dataset[name] = value;
    if (choices[name]) keepInAddress(name, value);
  }
})();
