/* Cite: the address of one or more sentences, and the citation of them in the forms that people and programs take. */
(function () {
  "use strict";

  var source = document.querySelector(".tools[data-slug]");
  if (!source) return;
  var root = document.currentScript.src.replace(/assets\/javascripts\/[^\/]*$/, "");
  var work = source.dataset, chinese = /^zh/.test(document.documentElement.lang);

  function fragment(ids) { return ids.length > 1 ? ids[0] + "-" + ids[ids.length - 1] : ids[0]; }

  function address(ids) { return location.href.replace(/[?#].*$/, "") + "#" + fragment(ids); }

  /* What a citation names: in a folder only the place within the edition, since where the folder lies is the reader's affair. */
  function place(ids) {
    var whole = address(ids);
    return location.protocol === "file:" ? whole.slice(root.length) : whole;
  }

  function year() { return work.date.slice(0, 4); }

  function plain(ids) {
    var parts = fragment(ids).replace("-", "–");
    return chinese
      ? (work.author ? work.author + "：" : "") + "《" + work.title + "》（" + year() + "年），" + parts + "，载《" + work.edition + "》。" + place(ids)
      : (work.author ? work.author + ", " : "") + "“" + work.title + "” (" + year() + "), " + parts + ", in " + work.edition + ", " + place(ids);
  }

  function bibtex(ids) {
    function clean(value) { return value.replace(/[\\{}]/g, "").replace(/[#$%&_]/g, "\\$&"); }
    function field(name, value) { return value ? "  " + name + " = {" + value + "},\n" : ""; }
    return "@incollection{" + work.slug + "-" + fragment(ids) + ",\n" +
      field("author", work.author && "{" + clean(work.author) + "}") + // braces of its own keep a name whole
      field("title", clean(work.title)) + field("year", year()) + field("booktitle", clean(work.edition)) + field("note", fragment(ids)) +
      "  url = {" + place(ids) + "},\n}";
  }

  function csl(ids) {
    var item = {
      id: work.slug + "-" + fragment(ids),
      type: "chapter",
      title: work.title,
      "container-title": work.edition,
      locator: fragment(ids),
      URL: place(ids),
      language: document.documentElement.lang
    };
    if (/^\d+$/.test(year())) item.issued = { "date-parts": [[Number(year())]] };
    if (work.author) item.author = [{ literal: work.author }];
    return JSON.stringify([item], null, 2);
  }

  /* A page in a folder may not use the clipboard by itself; there the old way still works. */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    return new Promise(function (done, fail) {
      var area = document.createElement("textarea");
      area.value = text;
      area.className = "aside";
      (document.querySelector("dialog[open]") || document.body).appendChild(area).select();
      var copied = document.execCommand("copy");
      area.remove();
      if (copied) done(); else fail(new Error("the browser does not copy"));
    });
  }

  jianzhu.cite = { address: address, plain: plain, bibtex: bibtex, csl: csl, copy: copy };
})();
