/* The page at an old address: on to the new one, to the same place in it. What went elsewhere has a link of its own here, by
   its old anchor. */
(() => {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const own = anchor ? document.getElementById(anchor) : null;
  const successor = document.getElementById("successor");
  if (own instanceof HTMLAnchorElement) location.replace(own.href);
  else if (successor instanceof HTMLAnchorElement) location.replace(successor.href + location.hash);
})();
