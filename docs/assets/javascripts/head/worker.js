/* Worker: whoever starts the search's worker, finder.js hears its answers too. From a folder, where browsers start no worker,
   an empty frame stands in for one: the worker's script runs within it, and finds there what it needs of a worker. */
(function () {
  "use strict";

  function Frame(url) {
    var outside = new EventTarget(), frame = document.createElement("iframe"), waiting = [];

    function deliver(data) {
      frame.contentWindow.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
    }

    outside.postMessage = function (data) { if (waiting) waiting.push(data); else deliver(data); };
    outside.terminate = function () { frame.remove(); };
    frame.hidden = true;
    frame.addEventListener("load", function () {
      var inside = frame.contentWindow, script = inside.document.createElement("script");
      inside.postMessage = function (data) { outside.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })); };
      script.src = new URL(url, location.href).href;
      script.addEventListener("load", function () {
        var all = waiting;
        waiting = null;
        all.forEach(deliver);
      });
      script.addEventListener("error", function () { outside.dispatchEvent(new ErrorEvent("error", { message: script.src })); });
      inside.document.body.appendChild(script);
    }, { once: true });
    document.body.appendChild(frame);
    return outside;
  }

  var Own = location.protocol === "file:" ? Frame : window.Worker;
  window.Worker = function (url) { return (jianzhu.worker = new Own(url)); };
})();
