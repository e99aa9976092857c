// @ts-check
/* Figures: the dates and numbers of a query, what they are in the index, and how texts write them. What scripts/jianzhu/text reads in
   an article at length is read here where a reader types it; tests/tables/figures.json holds both to the same. */
(() => {
  const { jianzhuSearch: search } = self;

  const MONTHS = "january february march april may june july august september october november december".split(" ");
  const SHORT = MONTHS.map((name) => `${name.slice(0, 3)}${name === "september" ? "t?" : ""}\\.?`);
  const MONTH = `(?:${[...MONTHS, ...SHORT].join("|")})`;
  const DIGITS = "〇一二三四五六七八九";
  const NUMERALS = "零〇一二两三四五六七八九十百千万亿";
  /** @type {Record<string, number>} */
  const SCALES = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };
  /** @type {Record<string, number>} */
  const WORDS = Object.fromEntries(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
      .split(" ")
      .map((word, value) => [word, value]),
  );
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, at) => {
    WORDS[word] = 20 + 10 * at;
  });
  /** @type {Record<string, number>} */
  const ENGLISH_SCALES = {
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
  };
  const SCALE = `(?:${Object.keys(ENGLISH_SCALES).join("|")})`;
  const WORD = `(?:${Object.keys(WORDS).join("|")})`;
  const FIGURE = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?";

  /** @param {string} word */
  const digit = (word) => (word === "零" ? 0 : word === "两" ? 2 : DIGITS.indexOf(word));

  /* A number in Chinese characters, or in digits each; NaN where it is none. */
  /** @param {string} word */
  const chineseValue = (word) => {
    const characters = Array.from(word);
    if (!characters.some((one) => one in SCALES)) return Number(characters.map(digit).join(""));
    let total = 0;
    let section = 0;
    let last = 0;
    let scale = 1;
    for (const one of characters) {
      const factor = SCALES[one];
      if (!factor) last = digit(one);
      else if (factor < 1e4) section += (last || 1) * factor;
      else if (total > factor) total += (section + last || 1) * factor;
      else total = (total + section + last || 1) * factor;
      if (!factor) continue;
      if (factor >= 1e4) section = 0;
      last = 0;
      scale = factor;
    }
    // 两万五 is 25,000, and 二百五 250.
    const isShort =
      last && scale > 10 && characters.at(-2) === Object.keys(SCALES).find((name) => SCALES[name] === scale);
    return total + section + (isShort ? (last * scale) / 10 : last);
  };

  /** @param {string} words */
  const englishValue = (words) => {
    let total = 0;
    let section = 0;
    for (const word of words.toLowerCase().split(/[\s-]+/)) {
      const scale = ENGLISH_SCALES[word];
      if (word === "and") continue;
      if (scale === undefined) section += WORDS[word] ?? 0;
      else if (scale === 100) section = (section || 1) * 100;
      else {
        total += (section || 1) * scale;
        section = 0;
      }
    }
    return total + section;
  };

  /** @param {number} value */
  const plain = (value) => String(Math.round(value * 1e6) / 1e6);

  /** @type {(value: number, scale: number) => string | undefined} a number of few digits before a scale */
  const scaled = (value, scale) => {
    const written = plain(value / scale);
    return value >= scale && written.replace(/[.]/, "").length <= 5 && Number(written) * scale === value
      ? written
      : undefined;
  };

  /** @param {number} value */
  const inCharacters = (value) => {
    if (!Number.isInteger(value) || value <= 0 || value >= 1e4) return undefined;
    let written = "";
    let isZero = false;
    for (const [name, scale] of /** @type {[string, number][]} */ ([
      ["千", 1e3],
      ["百", 100],
      ["十", 10],
      ["", 1],
    ])) {
      const own = Math.floor(value / scale) % 10;
      if (own) written += (isZero && written ? "零" : "") + DIGITS[own] + name;
      isZero = !own;
    }
    return written.replace(/^一十/, "十");
  };

  /* How texts write a number. */
  /** @param {number} value */
  const numberForms = (value) => {
    /** @type {string[]} */
    const forms = [];
    if (value >= 1000 || value % 1) forms.push(plain(value));
    for (const [name, scale] of /** @type {[string, number][]} */ ([
      ["万亿", 1e12],
      ["亿", 1e8],
      ["万", 1e4],
      ["", 1],
    ])) {
      const written = scaled(value, scale);
      if (!written) continue;
      forms.push(written + name);
      const characters = inCharacters(Number(written));
      if (!characters || (!name && value < 10)) continue;
      forms.push(characters + name);
      if (characters.startsWith("二百") || characters.startsWith("二千") || (name && characters === "二"))
        forms.push(characters.replace("二", "两") + name);
      if (/^一[百千]$/.test(characters) && name) forms.push(characters.slice(1) + name);
    }
    for (const [name, scale] of /** @type {[string, number][]} */ ([
      ["trillion", 1e12],
      ["billion", 1e9],
      ["million", 1e6],
    ])) {
      const written = scaled(value, scale);
      if (written) forms.push(`${written} ${name}`);
    }
    return forms;
  };

  /** @type {Record<string, string>} */
  const SIMPLE = { 萬: "万", 億: "亿", 兩: "两", 號: "号", 紀: "纪" };
  /* Narrow and simplified, character by character. */
  /** @param {string} text */
  const folded = (text) => search.folded(text).replace(/[萬億兩號紀]/g, (one) => SIMPLE[one]);

  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const title = (/** @type {number} */ month) => MONTHS[month - 1][0].toUpperCase() + MONTHS[month - 1].slice(1);

  /* A date as found: its term in the index, and how texts write it. */
  /** @type {(year: number, month?: number, day?: number) => {keys: string[], forms: string[]} | undefined} */
  const dated = (year, month, day) => {
    if (month !== undefined && (month < 1 || month > 12)) return undefined;
    if (day !== undefined && month !== undefined) {
      const last = new Date(Date.UTC(year || 2000, month, 0)).getUTCDate();
      if (day < 1 || day > last) return undefined;
      const name = title(month);
      if (!year)
        return {
          keys: [`=--${two(month)}-${two(day)}`],
          forms: [`${month}月${day}日`, `${name} ${day}`, `${day} ${name}`],
        };
      const iso = `${year}-${two(month)}-${two(day)}`;
      return {
        keys: [`=${iso}`],
        forms: [`${year}年${month}月${day}日`, `${name} ${day}, ${year}`, `${day} ${name} ${year}`, iso],
      };
    }
    if (month !== undefined) {
      const iso = `${year}-${two(month)}`;
      return { keys: [`=${iso}`], forms: [`${year}年${month}月`, `${title(month)} ${year}`, iso] };
    }
    return { keys: [`=${year}`], forms: [`${year}年`, `${year}`] };
  };

  /** @param {number} year */
  const decade = (year) => {
    const century = Math.floor(year / 100) + 1;
    const tens = Math.floor((year % 100) / 10);
    const own = tens ? `${inCharacters(tens * 10)}年代` : "";
    const forms = [`${year}s`, `${year}年代`];
    if (tens) forms.push(`${inCharacters(century)}世纪${own}`, `${century}世纪${tens * 10}年代`);
    return { keys: [`=${Math.floor(year / 10)}`], forms };
  };

  /** @param {string} written */
  const monthOf = (written) =>
    MONTHS.findIndex((name) => name.startsWith(written.toLowerCase().replace(".", "").slice(0, 3))) + 1;

  /** @param {string} written */
  const small = (written) => (/^[0-9]+$/.test(written) ? Number(written) : chineseValue(written));

  const CHINESE_NUMBER = `(?:[0-9]{1,2}|[${DIGITS}十]{1,3})`;
  const NO_LETTER = "(?![0-9A-Za-z])";
  /** @type {[RegExp, (parts: string[]) => {keys: string[], forms: string[]} | undefined][]} */
  const DATES = [
    [
      new RegExp(
        `([0-9]{4}|[${DIGITS}零]{4})\\s*年\\s*(${CHINESE_NUMBER})\\s*月\\s*(?:(${CHINESE_NUMBER})\\s*[日号])?`,
        "gu",
      ),
      ([year, month, day]) => dated(small(year), small(month), day ? small(day) : undefined),
    ],
    [/([0-9]{3}0)\s*年代/gu, ([year]) => decade(Number(year))],
    [
      new RegExp(`(十九|二十|19|20)\\s*世纪\\s*([${DIGITS}]十|[1-9]0)\\s*年代`, "gu"),
      ([century, tens]) => decade((small(century) - 1) * 100 + small(tens)),
    ],
    [new RegExp(`([0-9]{4}|[${DIGITS}零]{4})\\s*年(?!代)`, "gu"), ([year]) => dated(small(year))],
    [
      new RegExp(`(${CHINESE_NUMBER})\\s*月\\s*(${CHINESE_NUMBER})\\s*[日号]`, "gu"),
      ([month, day]) => dated(0, small(month), small(day)),
    ],
    [
      /(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])/gu,
      ([year, , month, day]) => dated(Number(year), Number(month), Number(day)),
    ],
    [/(?<![0-9])([12][0-9]{3})[-/]([0-9]{1,2})(?![0-9])/gu, ([year, month]) => dated(Number(year), Number(month))],
    [
      new RegExp(`\\b(${MONTH})\\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\\s+([0-9]{4})${NO_LETTER}`, "giu"),
      ([month, day, year]) => dated(Number(year), monthOf(month), Number(day)),
    ],
    [
      new RegExp(`(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH}),?\\s+([0-9]{4})${NO_LETTER}`, "giu"),
      ([day, month, year]) => dated(Number(year), monthOf(month), Number(day)),
    ],
    [
      new RegExp(`\\b(${MONTH}),?\\s+(?:of\\s+)?([0-9]{4})${NO_LETTER}`, "giu"),
      ([month, year]) => dated(Number(year), monthOf(month)),
    ],
    [
      new RegExp(`(?<![0-9])([0-9]{4})\\s+(${MONTH})${NO_LETTER}`, "giu"),
      ([year, month]) => dated(Number(year), monthOf(month)),
    ],
    [
      new RegExp(`\\b(${MONTH})\\s+([0-9]{1,2})(?:st|nd|rd|th)?${NO_LETTER}`, "giu"),
      ([month, day]) => dated(0, monthOf(month), Number(day)),
    ],
    [
      new RegExp(`(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})${NO_LETTER}`, "giu"),
      ([day, month]) => dated(0, monthOf(month), Number(day)),
    ],
    [/(?<![0-9A-Za-z])([12][0-9]{2}0)[’']?s(?![A-Za-z])/gu, ([year]) => decade(Number(year))],
    [/(?<![^\s])([12][0-9]{3})(?![^\s,.?!，。？！])/gu, ([year]) => dated(Number(year))],
  ];
  /** @type {[RegExp, (parts: string[], whole: string) => number][]} */
  const NUMBERS = [
    [
      new RegExp(`(${FIGURE})\\s*(${SCALE})\\b`, "giu"),
      ([figure, scale]) => Number(figure.replaceAll(",", "")) * ENGLISH_SCALES[scale.toLowerCase()],
    ],
    [
      new RegExp(`(${FIGURE})\\s*([十百千万亿]+)`, "gu"),
      ([figure, scales]) =>
        Array.from(scales).reduce((value, scale) => value * SCALES[scale], Number(figure.replaceAll(",", ""))),
    ],
    [new RegExp(`[${NUMERALS}]{2,}`, "gu"), (_, whole) => chineseValue(whole)],
    [new RegExp(`\\b${WORD}(?:[\\s-]+(?:and\\s+)?(?:${WORD}|${SCALE}))+\\b`, "giu"), (_, whole) => englishValue(whole)],
    [new RegExp(`(?<![0-9A-Za-z.])${FIGURE}(?![0-9A-Za-z.])`, "gu"), (_, whole) => Number(whole.replaceAll(",", ""))],
  ];

  /* Finds what `patterns` read in a text, left to right, an earlier pattern before a later one. */
  search.figures = (text) => {
    const plainText = folded(text);
    /** @type {SearchFigure[]} */
    const found = [];
    /** @type {(start: number, end: number) => boolean} */
    const isFree = (start, end) => found.every((one) => end <= one.start || start >= one.end);
    for (const [pattern, read] of DATES) {
      for (const match of plainText.matchAll(pattern)) {
        const date = read(match.slice(1));
        const end = match.index + match[0].length;
        if (date && isFree(match.index, end)) found.push({ start: match.index, end, ...date });
      }
    }
    for (const [pattern, read] of NUMBERS) {
      for (const match of plainText.matchAll(pattern)) {
        const end = match.index + match[0].length;
        // 三三两两 is no number.
        if (/^[零〇一二两三四五六七八九]+$/.test(match[0]) || !isFree(match.index, end)) continue;
        const value = read(match.slice(1), match[0]);
        found.push({ start: match.index, end, keys: [`#${plain(value)}`], forms: numberForms(value) });
      }
    }
    return found.sort((one, other) => one.start - other.start);
  };
})();
