// @ts-check
/* Closed: the words of a query that only hold it together, and what its question words ask for.

   They are the closed classes of a grammar, to which a language adds no words: determiners, pronouns, prepositions, conjunctions,
   auxiliaries and question words (Quirk et al., A Comprehensive Grammar of the English Language, 2.39), and in Chinese 虚词, pronouns,
   question words, directional complements and the verbs 是, 有 (朱德熙《语法讲义》3.3, 9.6); besides them what people say to a search: tell me, 请问. */
(() => {
  const { jianzhuSearch: search } = self;

  const list = (/** @type {string} */ words) => words.trim().split(/\s+/);
  const ENGLISH = new Set(
    list(`
    a an the this that these those some any each every either neither no all both
    i me my mine we us our you your he him his she her it its they them their one ones there here
    of in on at by for from to into onto with without about between among during over under through than as per via up out off
    and or but nor if so because while whether though although not
    am is are was were be been being do does did done doing have has had having will would shall should can could may might must
    isnt arent wasnt werent dont doesnt didnt hasnt havent wont cant
    who whom whose what which when where why how whats whos hows wheres
    much many more most long far old often ever just only also too very really
    tell show find explain please say says said give get mean means meaning define definition called
    s t re ll ve d m
  `),
  );
  /* The longer ones first, since a shorter one may stand in them. */
  const CHINESE = list(`
    是什么意思 什么意思 是什么样的 是什么 有什么 为什么 为什麼 怎么回事 怎么样 怎么办 是怎么 什么时候 什么地方 哪一年 哪年 哪一天 哪天 哪一个 哪里 哪儿
    哪些 哪个 哪家 哪种 哪位 哪国 谁的 是谁 多少个 多少家 多少种 多少次 多少钱 多少人 多少 多大 多久 多长 多高 多远 多贵 几个 几家 几种 几次 几年 几时 几岁 几天 几月
    何时 何地 何人 何谓 何以 如何 怎样 怎么 什么 请问 告诉我 是不是 是否 有没有 能不能 会不会 可不可以 可以 到底 究竟 一共 总共 关于 因为 所以 但是 而且
    以及 或者 还是 这个 那个 这些 那些 这样 那样 我们 你们 他们 她们 它们 大家 自己 一个 一种 一些 一下 一次 一年 一天
    出来 起来 下来 上来 下去 过来 谁 吗 呢 吧 啊 呀 嘛 么 的 地 得 了 着 过 是 有 在 和 与 跟 及 或 就 也 都 还 又 很 太 最 更 把 被 让 给 对 向 从 到 于 以 为 由
    之 其 所 而 且 但 则 若 如 这 那 哪 几 我 你 他 她 它 们 个 要 会 能 想 说 像 用 花 里 请 曾 没 不
  `);
  /* Question words, and what they ask for: kinds of documents, and facets of terms.py. */
  /** @type {[RegExp, string][]} */
  const ASKS = [
    [
      /\bhow (much|expensive)\b|\b(what|how)\b.*\b(cost|price)s?\b|多少(钱|美元|元)|多贵|(成本|费用|价格|花).*(多少|几)|(多少|几).*(成本|费用|价格)/iu,
      "price",
    ],
    [/\bhow (many|much|large|big|long|old|far|high|tall)\b|多少|几[个家种次年岁天人]|多[大久长高远重]/iu, "number"],
    [/\bwhen\b|\bwhat (year|date|day|month)\b|\bwhich year\b|什么时候|何时|几时|哪一?年|哪一?天|几月|时间/iu, "time"],
    [/\bwhere\b|哪里|哪儿|什么地方|何地/iu, "place"],
    [/\bwho(se|m)?\b|谁|何人|哪位/iu, "person"],
    [/\bwhat (is|are|was|were|does|do)\b|\bmean(s|ing)?\b|\bdefin|什么是|是什么|什么意思|何谓|含义|定义/iu, "meaning"],
    [
      /\bwhy\b|\bhow (do|does|did|can|is|are|should)\b|\bshould\b|\bis\b.*\?|为什[么麼]|怎么|怎样|如何|吗|是否|是不是|能不能|有没有/iu,
      "reason",
    ],
  ];
  /* By what is asked for: how much kinds and facets count more. */
  /** @type {Record<string, Record<string, number>>} */
  const PREFERRED = {
    price: { ":money": 1.5, ":figure": 1.4 },
    number: { claim: 1.35, ":figure": 1.5 },
    time: { event: 1.5, ":date": 1.5 },
    place: { ":place": 1.4, event: 1.2 },
    person: { ":person": 1.5, ":attribution": 1.4, ":organization": 1.2, event: 1.1 },
    meaning: { concept: 1.5, question: 1.1 },
    reason: { question: 1.5, article: 1.05 },
  };

  search.isClosed = (text) => {
    const bare = search.spaced(text).text.replace(/ /g, "");
    if (!bare) return true;
    if (!/^[a-z]+$/.test(bare)) return CHINESE.includes(search.compact(text).text);
    // US and WHO are names.
    return ENGLISH.has(bare) && (bare.length < 2 || text.replace(/[^A-Za-z]/g, "") !== bare.toUpperCase());
  };

  search.closedIn = (text) => {
    const is = Array.from(text, () => false);
    for (const word of CHINESE) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (word.length > 1 || !is[at]) is.fill(true, at, at + word.length);
      }
    }
    return is;
  };

  search.asked = (text) => {
    const found = ASKS.filter(([pattern]) => pattern.test(text)).map(([, name]) => name);
    /** @type {Record<string, number>} */
    const preferred = {};
    for (const name of found.slice(0, 2)) {
      for (const [key, factor] of Object.entries(PREFERRED[name]))
        preferred[key] = Math.max(preferred[key] ?? 1, factor);
    }
    return preferred;
  };
})();
