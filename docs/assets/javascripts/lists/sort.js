// @ts-check
/* Sort: a button in the head of a table's column sorts the rows by `data-sort-<key>`, numbers as numbers, empty ones last. */
(() => {
  /** @typedef {1 | -1} Direction */

  /** @type {(one: string, other: string, direction: Direction) => number} */
  const compare = (one, other, direction) => {
    if (one === "" || other === "") return Number(one === "") - Number(other === "");
    const difference = Number(one) - Number(other);
    const order = Number.isNaN(difference) ? one.localeCompare(other, document.documentElement.lang) : difference;
    return direction * order;
  };

  /** @type {(table: HTMLTableElement, key: string, direction: Direction) => void} */
  const sort = (table, key, direction) => {
    for (const head of table.querySelectorAll("th")) {
      const isOwn = head.querySelector(`[data-sort='${key}']`) !== null;
      if (isOwn) head.ariaSort = direction > 0 ? "ascending" : "descending";
      else head.removeAttribute("aria-sort");
    }
    /** @param {HTMLTableRowElement} row */
    const sortKey = (row) => row.getAttribute(`data-sort-${key}`) ?? "";
    for (const body of table.tBodies) {
      body.append(...Array.from(body.rows).sort((a, b) => compare(sortKey(a), sortKey(b), direction)));
    }
  };

  for (const table of document.querySelectorAll("table")) {
    const asked = new URLSearchParams(location.search).get("sort") ?? "";
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("th [data-sort]"))) {
      const key = button.dataset.sort ?? "";
      if (asked.replace(/^-/, "") === key) sort(table, key, asked.startsWith("-") ? -1 : 1);
      button.addEventListener("click", () => {
        const direction = button.closest("th")?.ariaSort === "ascending" ? -1 : 1;
        sort(table, key, direction);
        jianzhu.keepParameters({ sort: [(direction < 0 ? "-" : "") + key] });
      });
    }
  }
})();
