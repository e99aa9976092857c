/* Reload: while an edition is served to its editors, a page is loaded anew when it has been built anew. The server answers when
   there is a newer build than the one asked for. A published site does not have this file. */
(async () => {
  let seen = 0;
  for (;;) {
    try {
      const answer = await fetch(`/livereload/${seen}/0`);
      const built = Number(await answer.text());
      if (seen && built > seen) {
        location.reload();
        return;
      }
      seen = built;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
