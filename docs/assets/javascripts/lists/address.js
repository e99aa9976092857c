// @ts-check
/* Address: what is chosen in a list stands in the address, so that a link keeps it. */
(() => {
  jianzhu.keepParameters = (values) => {
    const params = new URLSearchParams(location.search);
    for (const [name, list] of Object.entries(values)) {
      params.delete(name);
      for (const value of list) params.append(name, value);
    }
    const query = params.toString();
    try {
      history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    } catch {
      // Some browsers refuse that to files: the list works all the same.
    }
  };
})();
