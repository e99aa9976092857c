// @ts-check
/* Controls: the bar of an article shows and sets what the reader has chosen. */
(() => {
  const tools = document.querySelector(".tools");
  if (!tools || !document.querySelector(".reading")) return;
  const selects = tools.querySelectorAll("select");
  const layers = /** @type {HTMLInputElement[]} */ (Array.from(tools.querySelectorAll("[name='layer']")));

  const show = () => {
    for (const select of selects) select.value = jianzhu.get(/** @type {StateName} */ (select.name));
  };

  for (const select of selects) {
    select.addEventListener("change", () => jianzhu.set(/** @type {StateName} */ (select.name), select.value));
  }
  const hidden = jianzhu.get("hide").split(" ");
  for (const layer of layers) {
    layer.checked = !hidden.includes(layer.value);
    layer.addEventListener("change", () => {
      const off = layers.filter((one) => !one.checked);
      jianzhu.set("hide", off.map((one) => one.value).join(" "));
    });
  }
  jianzhu.onChange(show);
  show();

  const openMenu = () => /** @type {HTMLDetailsElement | null} */ (tools.querySelector("details[open]"));
  document.addEventListener("click", (event) => {
    const menu = openMenu();
    if (menu && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  jianzhu.keys.on("close", () => {
    const menu = openMenu();
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });

  /** @param {"view" | "script"} name */
  const setNext = (name) => {
    /** @type {string[]} */
    const choices = jianzhu.choices[name];
    jianzhu.set(name, choices[(choices.indexOf(jianzhu.get(name)) + 1) % choices.length]);
  };
  jianzhu.keys.on("nextView", () => setNext("view"));
  jianzhu.keys.on("nextScript", () => setNext("script"));
})();
