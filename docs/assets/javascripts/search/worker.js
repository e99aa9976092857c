// @ts-check
/* Worker: Material's protocol. Results are written as its list shows them, every text escaped; what else is to be said of them
   goes beside them as `found`, for assets/javascripts/finder. */
(() => {
  const { jianzhuSearch: search } = self;

  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  /* More of an answer, of which the theme hears nothing: its list would begin anew. */
  const MORE = 5;
  const source = self.document ? /** @type {HTMLScriptElement} */ (document.currentScript).src : location.href;
  /** @type {[SearchLanguage, SearchLanguage]} */
  const [lang, other] = source.includes("?en") ? ["en", "zh"] : ["zh", "en"];
  /* Sections above the fold, and at most; characters shown before a first hit, and in all. */
  const SHOWN = 3;
  const MOST = 60;
  const BEFORE = { zh: 24, en: 60 };
  const LENGTH = { zh: 110, en: 260 };
  let latest = 0;

  /* The path of a page in the language of the reader; its pages are below its folder, but for the language at the top. */
  /** @param {string} path */
  const localized = (path) => (search.meta?.top === lang ? path : `${lang}/${path}`);

  /* `text` with what is at `spans` marked, cut around the first of them, never within an English word. */
  /** @type {(text: string, spans: Span[], of: SearchLanguage, tag?: string, isWhole?: boolean) => string} */
  const mark = (text, spans, of, tag = of, isWhole = false) => {
    const isInWord = (/** @type {number} */ at) => of === "en" && /\S/.test(text[at]);
    let start = !isWhole && spans.length && text.length > LENGTH[of] ? Math.max(0, spans[0][0] - BEFORE[of]) : 0;
    while (start && isInWord(start - 1)) start--;
    let end = isWhole ? text.length : Math.min(text.length, start + LENGTH[of]);
    while (end < text.length && isInWord(end)) end++;
    let html = start ? "…" : "";
    let at = start;
    for (const [first, last] of spans) {
      const from = Math.max(first, at);
      const to = Math.min(last, end);
      if (from >= to) continue;
      html += `${search.escape(text.slice(at, from))}<mark>${search.escape(text.slice(from, to))}</mark>`;
      at = to;
    }
    html += search.escape(text.slice(at, end)) + (end < text.length ? "…" : "");
    return `<span lang="${search.escape(tag)}">${html}</span>`;
  };

  /* The language of a text of `row` in the column `of`: sentences are in the languages of the texts, all else in those of pages. */
  /** @type {(texts: SearchTexts, row: SearchRow, of: SearchLanguage) => string} */
  const tagOf = ({ kind }, { anchor }, of) => (kind === "article" && anchor ? (search.meta?.tags[of] ?? of) : of);

  /* The address of a hit, with its words as they are written there, for assets/javascripts/highlight.js. */
  /** @type {(path: string, hits: SearchHit[], anchor: string) => string} */
  const address = (path, hits, anchor) => {
    const found = hits.flatMap(({ row, zh, en }) => [
      ...zh.map(([start, end]) => row.zh.slice(start, end)),
      ...en.map(([start, end]) => row.en.slice(start, end)),
    ]);
    const words = Array.from(new Set(found.map((word) => word.replaceAll(" ", "\u00a0")))).slice(0, 12);
    const query = words.length ? `?h=${encodeURIComponent(words.join(" "))}` : "";
    return path + query + (anchor ? `#${anchor}` : "");
  };

  /* The tag of a hit by another name. */
  /** @param {string} name */
  const nameTag = (name) => search.escape(search.meta?.messages.also_called[lang].replace("{name}", name) ?? name);

  /** @type {(hit: SearchHit, texts: SearchTexts, score: number) => ListedSection} */
  const section = (hit, texts, score) => {
    const { row } = hit;
    const marked = (/** @type {SearchLanguage} */ of) => mark(row[of], hit[of], of, tagOf(texts, row, of));
    const [wanted, second] = hit[lang].length || !row[other] ? [lang, other] : [other, lang];
    const first = row[wanted] ? wanted : second;
    return {
      location: address(localized(texts.path), [hit], row.anchor),
      title: marked(first),
      text: second !== first && row[second] ? marked(second) : "",
      score,
      terms: {},
      ...(hit.other && { tags: [nameTag(hit.other)] }),
    };
  };

  /** @param {SearchTexts} texts */
  const kindTag = ({ kind }) => search.meta?.kinds.find(({ id }) => id === kind)?.[lang] ?? "";

  /* The tag of what holds a part of the query only. */
  /** @param {boolean} isWhole */
  const nearTag = (isWhole) => (isWhole ? [] : [search.meta?.messages.nearest[lang] ?? ""]);

  /* An entry of a register that is an answer of its own: what it says, in the other language below. */
  /** @type {(hit: SearchHit, texts: SearchTexts, score: number, isWhole: boolean) => ListedSection} */
  const entry = (hit, texts, score, isWhole) => ({
    ...section(hit, texts, score),
    tags: [kindTag(texts), ...nearTag(isWhole)],
  });

  /* What is meant comes before what is written alike, and other names come last. */
  /** @param {SearchHit} hit */
  const rankOf = ({ other: name, isMeant }) => (name ? 2 : isMeant ? 0 : 1);

  /* One document as Material shows it: the page, and below it its sentences. What has no place of its own on the page stands
     with the page. */
  /** @type {(answer: SearchAnswer, number: number) => ListedSection[]} */
  const group = ({ texts, hits: all, apart, evidence, isWhole }, number) => {
    const score = 1000 - number;
    const sentence = evidence ? [section({ row: evidence.row, zh: [], en: [], other: "" }, evidence.texts, score)] : [];
    // Of results that are all places on pages the theme takes the last for the head of the group.
    if (apart) return [...sentence, entry(all[0], texts, score, isWhole)];
    const [head, ...rows] = texts.rows;
    const next = rows.find(({ anchor }) => anchor !== search.unseen);
    const hits = all.filter(({ row }) => row.anchor !== search.unseen);
    const sections = hits.filter(({ row }) => row.anchor);
    const own = hits.filter(({ row }) => !row.anchor);
    const title = own.find(({ row }) => row === head);
    // A title that is hit in the other language stands below the page's own.
    const inner = own.find(({ row }) => row !== head) ?? (title && !title[lang].length ? title : undefined);
    const opening = next && !next.anchor ? mark(next[lang], [], lang) : "";
    const first = {
      location: address(localized(texts.path), own, ""),
      title: mark(head[lang], title?.[lang] ?? [], lang, lang, true),
      text: inner ? section(inner, texts, score).title : opening,
      score,
      terms: {},
      tags: [kindTag(texts), ...(own[0]?.other ? [nameTag(own[0].other)] : []), ...nearTag(isWhole)],
    };
    sections.sort((one, two) => rankOf(one) - rankOf(two));
    // Material shows the text of the page itself only where no section of it is shown.
    if (inner && sections.length) {
      first.text = "";
      sections.unshift(inner);
    }
    const listed = sections.slice(0, MOST).map((hit, at) => {
      const isAbove = at < SHOWN && (!hit.other || !own.length);
      return section(hit, texts, isAbove ? score : score - 0.5);
    });
    return [first, ...sentence, ...listed];
  };

  /* The names of `terms` as they are written into a query, with their numbers. */
  /** @type {(terms: VocabularyTerm[], counts: Record<string, number>) => Choice[]} */
  const choices = (terms, counts) =>
    terms.map((term) => ({ id: term.id, label: term[lang], count: counts[term.id] ?? 0 }));

  /** @type {(list: FoundArticles["list"]) => Found["articles"]} */
  const articles = (list) => {
    const entries = list.map(({ texts: { path, rows }, hits }) => {
      const slug = path.replace(/^.*\/|\.html$/g, "");
      return [slug, { title: rows[0][lang] || rows[0][other], hits }];
    });
    return Object.fromEntries(entries);
  };

  /* What a query is without each filter, and what the filter is called. */
  /** @type {(text: string) => Found["names"]} */
  const filterNames = (text) => {
    const filters = search.meta?.filters ?? [];
    return Object.fromEntries(
      filters.map((filter) => [filter.id, { label: filter[lang], without: search.without(text, filter.id) }]),
    );
  };

  search.shownLabel = ({ key, labels }) => {
    const compact = (/** @type {string} */ label) => search.compact(label).text;
    const label = labels.find((one) => compact(one) === key);
    const english = lang === "en" ? labels.find((one) => search.isLatin(compact(one))) : undefined;
    return label || english || labels[0];
  };

  /** @type {(text: string, result: SearchResult) => Answer} */
  const reply = (
    text,
    { query, answers, pages, hits, rest, doubts, kinds, languages, articles: found, near, instead },
  ) => ({
    items: answers.map(group),
    found: {
      query: text,
      filters: query.filters,
      names: filterNames(text),
      terms: query.terms.length,
      tried: query.terms.map((term) => term.text).slice(0, 12),
      cut: query.cut ? search.longest : 0,
      pages,
      hits,
      rest,
      doubt: doubts.most ? "most" : doubts.least ? "least" : "",
      kinds,
      languages,
      choices: {
        kind: choices(search.meta?.kinds ?? [], kinds),
        lang: choices(search.meta?.languages ?? [], languages),
      },
      articles: articles(found.list),
      articleCount: found.count,
      near: near.map(search.shownLabel),
      instead,
      whole: answers.filter(({ isWhole }) => isWhole).length,
      failed: search.failed.size,
      guide: localized("search.html"),
    },
  });

  /** @type {(text: string, more: number) => Promise<unknown>} */
  const answer = async (text, more) => {
    try {
      return reply(text, await search.find(text, more));
    } catch (error) {
      return { items: [], found: { query: text, error: String(error) } };
    }
  };

  self.addEventListener("message", async ({ data: message }) => {
    if (message?.type === SETUP) return self.postMessage({ type: READY });
    if (message?.type !== QUERY) return;
    latest++;
    const number = latest;
    const data = await answer(String(message.data), message.more || 1);
    // What has been typed since is answered instead.
    if (number === latest) self.postMessage({ type: message.isMore ? MORE : RESULT, data });
  });

  search.open();
})();
