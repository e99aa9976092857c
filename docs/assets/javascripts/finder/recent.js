// @ts-check
/* Recent: the queries that led somewhere, the latest first, kept in this browser only. Where it keeps nothing, there are none. */
(() => {
  const KEY = "jianzhu.recent";
  const MOST = 8;

  /** @returns {string[]} */
  const list = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      const queries = Array.isArray(kept) ? kept.filter((one) => typeof one === "string" && one.trim()) : [];
      return queries.slice(0, MOST);
    } catch {
      return []; // a page in a folder may have no storage, and what is there may be of something else
    }
  };

  /** @param {string[]} queries */
  const write = (queries) => {
    try {
      if (queries.length) localStorage.setItem(KEY, JSON.stringify(queries));
      else localStorage.removeItem(KEY);
    } catch {
      // as above
    }
  };

  /** @param {string} query */
  const others = (query) => list().filter((one) => one !== query);

  jianzhu.recent = {
    list,
    keep(query) {
      const own = query.trim();
      if (own) write([own, ...others(own)].slice(0, MOST));
    },
    drop(query) {
      write(others(query));
    },
    clear() {
      write([]);
    },
  };
})();
