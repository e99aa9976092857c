// @ts-check
/* Citation: one or more sentences of an article, cited in the forms that people and programs take. */
(() => {
  /** @param {string} value */
  const texEscape = (value) => value.replace(/[\\{}]/g, "").replace(/[#$%&_]/g, "\\$&");

  jianzhu.citation = {
    fragment: (ids) => (ids.length > 1 ? `${ids[0]}-${ids.at(-1)}` : ids[0]),

    plain({ author, title, year, edition, fragment, url }) {
      const citation = jianzhu.message("citation", {
        author: author && jianzhu.message("citation_author", { author }),
        title,
        year: year ? jianzhu.message("citation_year", { year }) : jianzhu.message("undated"),
        segment: fragment.replace("-", "–"),
        edition,
      });
      return citation + url;
    },

    bibtex({ slug, author, title, year, edition, fragment, url }) {
      const fields = {
        author: author && `{${texEscape(author)}}`, // braces of its own keep a name whole
        title: texEscape(title),
        year,
        booktitle: texEscape(edition),
        note: fragment,
        url,
      };
      const lines = Object.entries(fields).filter(([, value]) => value);
      const body = lines.map(([name, value]) => `  ${name} = {${value}},\n`).join("");
      return `@incollection{${slug}-${fragment},\n${body}}`;
    },

    csl({ slug, author, title, year, edition, fragment, url, language }) {
      const item = {
        id: `${slug}-${fragment}`,
        type: "chapter",
        title,
        "container-title": edition,
        locator: fragment,
        URL: url,
        language,
        issued: /^\d+$/.test(year) ? { "date-parts": [[Number(year)]] } : undefined,
        author: author ? [{ literal: author }] : undefined,
      };
      return JSON.stringify([item], null, 2);
    },
  };
})();
