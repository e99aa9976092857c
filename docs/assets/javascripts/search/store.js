// @ts-check
/* Store: the files of the index, each asked for once, checked, and read. Over http they are fetched; from a folder, where
   nothing can be fetched, they are loaded as the scripts they are. */
(() => {
  const { jianzhuSearch: search } = self;

  /** @typedef {[sum: string, payload: string]} Call the arguments of the call that a file consists of, without its name */

  const inPage = Boolean(self.document);
  const source = inPage ? /** @type {HTMLScriptElement} */ (document.currentScript).src : location.href;
  const base = new URL("../../data/search/", source).href;
  const VERSION = 3;
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  /** @type {Record<string, number>} */
  const values = Object.fromEntries(Array.from(DIGITS, (digit, value) => [digit, value]));
  const codes = new Uint8Array(128);
  for (let value = 0; value < DIGITS.length; value++) codes[DIGITS.charCodeAt(value)] = value;
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** @type {Record<string, Call>} */
  const calls = {};

  search.failed = new Set();
  search.meta = null;

  /* CRC-32, as zlib has it. */
  const CRC = Int32Array.from({ length: 256 }, (_, value) => {
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });

  /** @param {string} payload */
  const checksum = (payload) => {
    let sum = -1;
    for (const byte of new TextEncoder().encode(payload)) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
    return (~sum >>> 0).toString(16).padStart(8, "0");
  };

  self.__S = (name, sum, payload) => {
    calls[name] = [sum, payload];
  };

  /** @type {(name: string, url: string) => Promise<Call>} */
  const fetchCall = async (name, url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    const text = await response.text();
    const list = text
      .trim()
      .replace(/^__S\(/, "")
      .replace(/\);$/, "");
    const [, sum, payload] = JSON.parse(`[${list}]`);
    return [sum, payload];
  };

  /** @type {(name: string, url: string) => Promise<Call>} */
  const loadCall = (name, url) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = () => {
        script.remove();
        resolve(calls[name] ?? ["", ""]);
        delete calls[name];
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(name));
      };
      document.head.append(script);
    });

  /** @type {<Read>(name: string, read: (payload: string) => Read) => Promise<Read | null>} */
  const load = async (name, read) => {
    const digest = search.meta ? `?${search.meta.digest}` : "";
    const url = `${base}${name}.js${digest}`;
    try {
      const [sum, payload] = await (inPage ? loadCall : fetchCall)(name, url);
      if (checksum(payload) !== sum) throw new Error(`${name}: checksum`);
      search.failed.delete(name);
      return read(payload);
    } catch {
      files.delete(name); // the next query tries again
      search.failed.add(name);
      return null;
    }
  };

  search.file = (name, read) => {
    const promise = files.get(name) ?? load(name, read);
    files.set(name, promise);
    return promise;
  };

  search.digit = (written) => values[written] ?? 0;

  search.numbers = (written) => {
    const found = [];
    let number = 0;
    let scale = 1;
    for (const digit of written) {
      const value = values[digit];
      number += (value % 32) * scale;
      scale *= 32;
      if (value >= 32) continue;
      found.push(number);
      number = 0;
      scale = 1;
    }
    return found;
  };

  /* The place that is number `number`: [how often the first character of a pair was met before, how often the second]. */
  /** @type {(number: number) => PairPlace} */
  const placeOfNumber = (number) => {
    let diagonal = 0;
    while (number > diagonal) {
      diagonal++;
      number -= diagonal;
    }
    return [diagonal - number, number];
  };

  /* Reads bits, six of them in a character. */
  /** @type {(written: string) => BitReader} */
  const bitsOf = (written) => {
    const sixes = new Uint8Array(written.length);
    for (let place = 0; place < written.length; place++) sixes[place] = codes[written.charCodeAt(place) & 127];
    const end = 6 * sixes.length;
    let at = 0;
    /* How many bits that are not `bit` stand before the next that is; the reader goes behind it. */
    const upTo = (/** @type {number} */ bit) => {
      const from = at;
      while (at < end && ((sixes[(at / 6) | 0] >> (5 - (at % 6))) & 1) !== bit) at++;
      at++;
      return at - 1 - from;
    };
    const binary = (/** @type {number} */ digits) => {
      let value = 0;
      let left = digits;
      while (left > 0) {
        const free = 6 - (at % 6);
        const taken = Math.min(free, left);
        value = value * 2 ** taken + ((sixes[(at / 6) | 0] >> (free - taken)) & (2 ** taken - 1));
        at += taken;
        left -= taken;
      }
      return value;
    };
    const gamma = () => {
      const digits = upTo(1);
      return 2 ** digits + binary(digits);
    };
    const move = (/** @type {number} */ to) => {
      at = to;
    };
    return { at: () => at, move, ones: () => upTo(0), binary, gamma };
  };

  /* How many binary digits of a difference are written as they are, where `count` rows hold a term. */
  /** @param {number} count */
  const digitsOf = (count) => {
    const total = search.meta?.rowStarts.at(-1) ?? 0;
    return 31 - Math.clz32(Math.max(1, Math.floor((total * 69) / (100 * Math.max(1, count)))));
  };

  /* The postings of a term, where the reader stands; it stands behind them afterwards. */
  /** @type {(bits: BitReader, withPlaces: boolean) => Postings} */
  const postingsAt = (bits, withPlaces) => {
    const count = bits.gamma() - 1;
    const isTold = withPlaces && bits.binary(1) === 1;
    const digits = digitsOf(count);
    const rows = new Uint32Array(count);
    /** @type {Map<number, PairPlace[]>} */
    const places = new Map();
    let row = -1;
    for (let index = 0; index < count; index++) {
      row += bits.ones() * 2 ** digits + bits.binary(digits) + 1;
      rows[index] = row;
      const own = isTold ? bits.gamma() - 1 : 0;
      if (own)
        places.set(
          index,
          Array.from({ length: own }, () => placeOfNumber(bits.gamma() - 1)),
        );
    }
    return { rows, places };
  };

  /* Goes behind the postings of a term. */
  /** @type {(bits: BitReader, withPlaces: boolean) => void} */
  const skipPostings = (bits, withPlaces) => {
    const count = bits.gamma() - 1;
    const isTold = withPlaces && bits.binary(1) === 1;
    const digits = digitsOf(count);
    for (let index = 0; index < count; index++) {
      bits.ones();
      bits.move(bits.at() + digits);
      for (let own = isTold ? bits.gamma() - 1 : 0; own > 0; own--) bits.gamma();
    }
  };

  search.postings = (written, count, withPlaces) => {
    const bits = bitsOf(written);
    const starts = new Uint32Array(count);
    for (let term = 0; term < count; term++) {
      starts[term] = bits.at();
      skipPostings(bits, withPlaces);
    }
    return (term) => {
      bits.move(starts[term]);
      return postingsAt(bits, withPlaces);
    };
  };

  /** @param {number[]} counts */
  const sums = (counts) => {
    const starts = new Uint32Array(counts.length + 1);
    counts.forEach((count, at) => {
      starts[at + 1] = starts[at] + count;
    });
    return starts;
  };

  search.lastUpTo = (starts, value) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /* From each word of each of `terms` to the term. */
  /** @type {<Term extends VocabularyTerm>(terms: Term[]) => Map<string, Term>} */
  const byWord = (terms) => new Map(terms.flatMap((term) => term.words.map((word) => [word, term])));

  /** @type {(payload: string) => SearchMeta} */
  const readMeta = (payload) => {
    const written = JSON.parse(payload);
    const {
      version,
      fold,
      documents,
      headings,
      files: counts,
      kinds,
      languages,
      filters,
      grams,
      words,
      names,
    } = written;
    if (version !== VERSION) throw new Error(`the index has version ${version}`);
    const kindStarts = sums(kinds.map((/** @type {SearchKind} */ kind) => kind.documents));
    const list = (/** @type {string} */ firsts) => (firsts ? firsts.split(" ") : []);
    search.setFolds(fold);
    search.meta = {
      ...written,
      grams: list(grams),
      words: list(words),
      names: list(names),
      headings: search.numbers(headings),
      rowStarts: sums(search.numbers(documents)),
      fileStarts: sums(search.numbers(counts)),
      kindOf: (/** @type {number} */ document) => kinds[search.lastUpTo(kindStarts, document)],
      vocabulary: { filter: byWord(filters), kind: byWord(kinds), lang: byWord(languages) },
    };
    return /** @type {SearchMeta} */ (search.meta);
  };

  search.open = async () => search.meta ?? search.file("meta", readMeta);
})();
