// @ts-check
/* Worker: the theme starts the search's worker, and finder/panel.js hears its answers too, as `jianzhu.worker`. From a folder, where
   browsers start no worker, an empty frame stands in for one: the worker's script runs within it. */
(() => {
  /* The part of Worker's interface that the theme uses, over a frame. */
  class FrameWorker extends EventTarget {
    /** @param {string} url */
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      /** @type {unknown[] | null} what was sent before the script ran */
      this.waiting = [];
      this.frame.addEventListener("load", () => this.start(new URL(url, location.href).href), { once: true });
      document.body.append(this.frame);
    }

    get inside() {
      return /** @type {Window} */ (this.frame.contentWindow);
    }

    /** @param {string} src */
    start(src) {
      const script = this.inside.document.createElement("script");
      this.inside.postMessage = (/** @type {unknown} */ data) => {
        this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
      };
      script.src = src;
      script.addEventListener("load", () => {
        const waiting = this.waiting ?? [];
        this.waiting = null;
        for (const data of waiting) this.postMessage(data);
      });
      script.addEventListener("error", () => this.dispatchEvent(new ErrorEvent("error", { message: src })));
      this.inside.document.body.append(script);
    }

    /** @param {unknown} data */
    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else this.inside.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
    }

    terminate() {
      this.frame.remove();
    }
  }

  const Own = location.protocol === "file:" ? FrameWorker : Worker;
  window.Worker = new Proxy(/** @type {typeof Worker} */ (/** @type {unknown} */ (Own)), {
    construct(Base, [url]) {
      const worker = new Base(url);
      jianzhu.worker = worker;
      return worker;
    },
  });
})();
