/** The interface of the scripts: what they share in `jianzhu` and `jianzhuSearch`, and what Python hands them. */

/* --- Values that Python defines; tests/site/test_scripts.py holds them against its types. --- */

type ViewName = "parallel" | "interlinear" | "source" | "translation";
type ScriptName = "published" | "zh-Hans" | "zh-Hant";
type KindId = "article" | "concept" | "question" | "event" | "claim" | "note";
type FilterId = "kind" | "lang" | "article";
type SearchLanguage = "zh" | "en";

/* --- The reader's choices (head/state.js) --- */

/** `view` and `script` stand in the address, `hide` (layers, separated by spaces) and `scheme` are only remembered. */
type StateName = "view" | "script" | "hide" | "scheme";
type StateListener = (name: string, value: string) => void;

/* --- Keys (base/keys.js) --- */

type KeyAction = "close" | "nextSentence" | "previousSentence" | "nextView" | "nextScript" | "nextScheme";

interface Keys {
  /** Calls `handler` when a key of `action` is pressed. */
  on(action: KeyAction, handler: () => void): void;
  /** Calls `act` at a key within `element`, before the theme hears of it: where it returns true, nothing else is made of the key. */
  lead(element: HTMLElement, act: (key: string, target: Element) => boolean): void;
  /** Keeps keys that are pressed within `element` from the theme and from the table of keys. */
  withhold(element: HTMLElement, isWithheld: (key: string) => boolean): void;
}

/* --- Script variants (base/convert.js, base/variants.js) --- */

/** In a rule, `words` around a character, its offset in them, and its form there. */
type VariantRule = [words: string, offset: number, form: string];
/** As Python writes it: pairs of a character and its usual form; rules count in characters. */
interface WrittenVariants {
  usual: string;
  rules: Record<string, VariantRule[]>;
}
/** As it is used: rules count in UTF-16 units. */
interface VariantTable {
  usual: Map<string, string>;
  rules: Map<string, VariantRule[]>;
}

interface Variants {
  readTable(written: WrittenVariants): VariantTable;
  /** `pieces` of one text, each in the other script. */
  convert(pieces: string[], table: VariantTable): string[];
}

/* --- Sentences, marks and citations of an article --- */

interface Sentences {
  /** The id of the sentence in which `node` is. */
  idOf(node: Element | null): string | null;
  /** The elements of a sentence, in both languages. */
  both(id: string | null): Element[];
  /** The ids from `first` to `last`, in reading order. */
  range(first: string, last?: string): string[];
  /** The button with the number of a sentence; made when it is first asked for. */
  anchorOf(id: string | null): HTMLButtonElement | undefined;
}

interface Marks {
  /** Selectors of the links to terms, and of all marks. */
  term: string;
  any: string;
  /** The entry of a mark in a list at the end of the page. */
  entryOf(mark: HTMLElement): HTMLElement | null;
  /** The text of `node` as published, in one line. */
  textOf(node: Element): string;
  /** What a rule has read in a mark; empty where none has. */
  readByRule(mark: HTMLElement): string;
  /** What a tooltip says of a mark, and of those around it. */
  linesOf(mark: HTMLElement): string[];
}

interface CitedPassage {
  slug: string;
  title: string;
  author: string;
  edition: string;
  year: string;
  fragment: string;
  url: string;
  language: string;
}

interface Citation {
  /** `s12`, or `s12-s17`. */
  fragment(ids: string[]): string;
  plain(passage: CitedPassage): string;
  bibtex(passage: CitedPassage): string;
  csl(passage: CitedPassage): string;
}

interface Cite {
  address(ids: string[]): string;
  plain(ids: string[]): string;
  bibtex(ids: string[]): string;
  csl(ids: string[]): string;
  copy(text: string): Promise<void>;
}

/* --- Lists (lists/) --- */

interface Folding {
  /** Whether the rules of the search have been asked for. */
  isAskedFor(): boolean;
  load(): Promise<void>;
  /** `text` as words are looked for in it. */
  fold(text: string): string;
  /** The words of `text`, each in the forms in which it is looked for. */
  words(text: string): string[][];
}

interface Jianzhu {
  /** The values of what is in the address, the usual one first; written by Python. */
  choices: { view: ViewName[]; script: ScriptName[] } & Record<string, string[]>;
  get(name: StateName): string;
  set(name: StateName, value: string): void;
  onChange(listener: StateListener): void;
  /** What answers searches, once the theme has started it. */
  worker?: Worker;

  /** Queries that led somewhere, kept in this browser only. */
  recent: {
    list(): string[];
    keep(query: string): void;
    drop(query: string): void;
    clear(): void;
  };
  /** The list of results: adds those of `items` that are not there, and returns them. */
  results: { add(items: ListedSection[][]): Element[] };

  /** The texts of reader.yml in the language of the page; written by Python. */
  messages: Record<string, string>;
  message(key: string, values?: Record<string, string | number>): string;
  keys: Keys;

  variants: Variants;
  /** Called by data/variants.js with the tables of both scripts. */
  setVariants(tables: Record<string, WrittenVariants>): void;
  /** Calls `listener` when the tables have come. */
  onVariants(listener: () => void): void;
  /** A published text, of which no script is known, as the page shows it now. */
  toReaderScript(text: string): string;
  /** A copy of `node` as it was published. */
  cloneAsPublished<Kind extends Node>(node: Kind): Kind;
  /** Shows what is new on the page, `root`, in the reader's script; forgets what is gone from the page. */
  convertSubtree(root: HTMLElement): void;
  /** Does what is to be done with the page as it was published. */
  withPublishedText(act: () => void): void;

  sentences: Sentences;
  marks: Marks;
  /** Puts `popover` beside `target`. */
  positionPopover(popover: HTMLElement, target: HTMLElement): void;
  citation: Citation;
  cite: Cite;

  folding: Folding;
  /** Puts the lists of values into the address, in the place of those of the same names. */
  keepParameters(values: Record<string, string[]>): void;
}

/* --- The search (search/), in its worker or in the frame that stands in for one --- */

/** Ascending numbers of rows. */
type Rows = Uint32Array<ArrayBuffer>;
/** A stretch of a text, in UTF-16 units. */
type Span = [start: number, end: number];
/** How often the first and the second character of a pair have been met before in the row. */
type PairPlace = [first: number, second: number];
type IndexField = "grams" | "words" | "names";

/** Folded text, and the place in the original of each of its UTF-16 units. */
interface Bare {
  text: string;
  at: number[];
}

/** Rows, and of those that have places written down, by their index among the rows, the places. */
interface Postings {
  rows: Rows;
  places: Map<number, PairPlace[]>;
}

interface BitReader {
  at(): number;
  move(to: number): void;
  /** How many ones stand before a zero. */
  ones(): number;
  binary(digits: number): number;
  gamma(): number;
}

/** `most` where numbers are no smaller than the true ones, `least` where they are no greater. */
interface Doubts {
  most?: boolean;
  least?: boolean;
}

interface VocabularyTerm extends Record<SearchLanguage, string> {
  id: string;
  /** Everything that means it in a query, compact. */
  words: string[];
}

interface SearchKind extends VocabularyTerm {
  id: KindId;
  documents: number;
  weight: number;
  title: number;
}

interface SearchMeta {
  digest: string;
  kinds: SearchKind[];
  languages: VocabularyTerm[];
  /** The language of the pages at the top of the site, and the languages of the sentences in each column. */
  top: SearchLanguage;
  tags: Record<SearchLanguage, string>;
  filters: (VocabularyTerm & { id: FilterId })[];
  messages: Record<"also_called" | "nearest", Record<SearchLanguage, string>>;
  /** The first key of each shard. */
  grams: string[];
  words: string[];
  names: string[];
  /** How many rows of a document, behind its title, are headings. */
  headings: number[];
  /** Where the rows of documents, and the documents of files of texts, begin. */
  rowStarts: Uint32Array;
  fileStarts: Uint32Array;
  kindOf(document: number): SearchKind;
  vocabulary: Record<"filter" | "kind" | "lang", Map<string, VocabularyTerm>>;
}

/** A term is found as `compact` in Chinese and as `spaced` in English; `exact` where it was quoted. */
interface SearchTerm {
  text: string;
  compact: string;
  spaced: string;
  latin: boolean;
  exact: boolean;
  /** Terms of the index under which a date or a figure is found as it is meant, and how else it is written. */
  keys: string[];
  others: SearchTerm[];
  /** What a label that is not shown is a name of. */
  name?: string;
}

/** A date or a number in a query; `forms` are how texts write it. */
interface SearchFigure {
  start: number;
  end: number;
  keys: string[];
  forms: string[];
}

type SearchFilters = Partial<Record<FilterId, string>>;

interface SearchQuery {
  terms: SearchTerm[];
  filters: SearchFilters;
  /** The query without filters and what is quoted. */
  text: string;
  /** Kinds of documents, and facets, that answer its question words, with what they count. */
  asked: Record<string, number>;
  /** Its words that only hold it together, which need not be found. */
  between: string[];
  /** The query without filters and spaces, as a name is looked up. */
  whole: string;
  /** Whether anything is quoted. */
  exact: boolean;
  cut: boolean;
  /** Other names of what the query names. */
  others: SearchTerm[];
  /** The rows that are found by its dates and figures as they are meant. */
  meant: Set<number>;
}

interface SearchRow extends Record<SearchLanguage, string> {
  anchor: string;
  /** What an entry of a register rests on: sentences, `article:segment`, or articles, separated by spaces. */
  refs: string;
  /** Its texts as they are searched, once they have been. */
  bare?: Partial<Record<SearchLanguage, Bare>>;
}

/** A document; the title is the first row. */
interface SearchTexts {
  kind: string;
  path: string;
  rows: SearchRow[];
}

interface SearchName {
  key: string;
  document: number;
  labels: string[];
  /** Labels that lead to it and are never shown. */
  hidden: string[];
}

interface NearName extends SearchName {
  distance: number;
}

/** A name within a text, by its place in the compact text. */
interface FoundName {
  start: number;
  end: number;
  key: string;
  names: SearchName[];
}

/** Rows of a term in the column of each language, and in any. */
type TermRows = Record<SearchLanguage | "any", Rows>;

/** What holds a query: the terms, other names of what it names, and the documents that it names. */
interface QueryRows {
  terms: TermRows[];
  others: TermRows[];
  names: SearchName[];
}

/** A document that holds a query; `ways` are lists of rows, each with the terms they are there for. */
interface Candidate {
  document: number;
  score: number;
  ways: { rows: number[]; terms: SearchTerm[] }[];
}

/** A part of a query that counts by itself: it is in a row that holds any of `terms`; `documents` are those it names. */
interface Piece {
  of: "name" | "figure" | "word" | "pair" | "single";
  terms: SearchTerm[];
  factor: number;
  documents: number[];
  rows: Rows;
}

/** A document, or an entry of a register that is an answer of its own, that holds pieces of a query, the best of its rows first. */
interface Graded {
  document: number;
  score: number;
  rows: number[];
  isApart: boolean;
  isWhole: boolean;
}

interface GradedList {
  list: Graded[];
  /** What each row of the index holds. */
  scores: Float32Array;
}
interface SearchHit extends Record<SearchLanguage, Span[]> {
  row: SearchRow;
  /** The name that is found in the place of the query's words. */
  other: string;
  /** Whether it is found by a date or a figure as it is meant, not only as it is written. */
  isMeant?: boolean;
}

interface SearchAnswer {
  texts: SearchTexts;
  hits: SearchHit[];
  /** Whether it holds all of the query, not only some of it. */
  isWhole: boolean;
  /** Whether it is listed by how much of the query it holds. */
  isGraded?: boolean;
  /** The entry of a register that is the answer. */
  apart?: SearchRow;
  /** The sentence that the answer rests on. */
  evidence?: { texts: SearchTexts; row: SearchRow };
}

interface FoundArticles {
  count: number;
  list: { texts: SearchTexts; hits: number }[];
}

interface Counted {
  list: Candidate[];
  hits: number;
  kinds: Record<string, number>;
  languages: Record<string, number>;
}

interface SearchResult extends Omit<Counted, "list"> {
  query: SearchQuery;
  answers: SearchAnswer[];
  /** How many documents are found beside those of the answers. */
  rest: number;
  pages: number;
  articles: FoundArticles;
  doubts: Doubts;
  /** Similar names, where nothing is found. */
  near: SearchName[];
  /** The name that was looked for instead, where nothing is found. */
  instead: string;
}

interface JianzhuSearch {
  /* text.js */
  /** A Chinese text: letters, figures and signs in a row. */
  compact(text: string): Bare;
  /** An English text: words with one space between them. */
  spaced(text: string): Bare;
  setFolds(pairs: string): void;
  /** A text narrow, in lower case and one script, character by character. */
  folded(text: string): string;
  isLatin(compact: string): boolean;
  escape(text: string): string;
  /** Set by lists/folding.js when the table of folds has come. */
  ready?: boolean;

  /* store.js */
  meta: SearchMeta | null;
  /** The names of files that could not be read. */
  failed: Set<string>;
  /** The payload of a file, read by `read`; null where it is missing or not what was written. */
  file<Read>(name: string, read: (payload: string) => Read): Promise<Read | null>;
  digit(written: string): number;
  numbers(written: string): number[];
  /** What reads the postings of each of `count` terms out of their bits. */
  postings(written: string, count: number, withPlaces: boolean): (term: number) => Postings;
  /** The last index in ascending `starts` whose value is not above `value`. */
  lastUpTo<Value extends number | string>(starts: ArrayLike<Value>, value: Value): number;
  /** What every query needs: the shards' first terms, where documents begin, the folds, the vocabulary. */
  open(): Promise<SearchMeta | null>;

  /* closed.js */
  /** Whether a word only holds a query together. */
  isClosed(text: string): boolean;
  /** Which characters of a compact Chinese text are those of words that do. */
  closedIn(text: string): boolean[];
  /** What the question words of a query prefer: kinds, and facets, with the factor by which they count. */
  asked(text: string): Record<string, number>;

  /* figures.js */
  /** The dates and numbers in a text, in their order. */
  figures(text: string): SearchFigure[];

  /* query.js */
  /** Whether words that begin with a term are meant, too. */
  isOpen(term: SearchTerm): boolean;
  /** How many characters of a query are read. */
  longest: number;
  term(text: string, exact: boolean): SearchTerm;
  parse(query: string): SearchQuery;
  /** `query` without its filters of the name `id`. */
  without(query: string, id: FilterId): string;
  /** Other forms of an English word, among them some that do not exist: companies, company; models, model, modeling. */
  forms(word: string): string[];
  /** What an English word has in common with those that it is derived from or with; empty where that is too little. */
  stem(word: string): string;
  /** Other words for the same country. */
  kin(word: string): string[];
  lastWord(spaced: string): string;
  /** The places of each of `terms` in the text of a row. */
  places(row: SearchRow, lang: SearchLanguage, terms: SearchTerm[]): Span[][];

  /* rows.js */
  union(lists: Rows[]): Rows;
  /** What is in all `lists`; a list that could not be read (null) forbids nothing. Null where none could. */
  intersect(lists: (Rows | null)[]): Rows | null;
  /** The rows that hold `term`; null where they could not be read. */
  rowsOf(term: SearchTerm, lang: SearchLanguage, doubts: Doubts): Promise<Rows | null>;
  /** The rows of registers that belong to the article `slug`. */
  belonging(slug: string): Promise<Rows | null>;
  /** The documents of a file of texts. */
  texts(file: number): Promise<SearchTexts[] | null>;
  /** The rows of the one term `key`. */
  rowsUnder(key: string): Promise<Rows | null>;
  /** The names of the shards for the keys from `key` to `end`; `doubts.least` is set where there are too many. */
  shardsOf(field: IndexField, key: string, end: string, doubts: Doubts): string[];

  /* names.js */
  /** The names whose key is `key`, and those whose key begins with it. */
  named(key: string): Promise<SearchName[]>;
  namedFrom(key: string): Promise<SearchName[]>;
  /** The names within a text, the longest first where they overlap. */
  namesIn(text: string): Promise<FoundName[]>;
  /** The cost of the edits that make `one` into `other`, or more than `most`. */
  distance(one: string[], other: string[], cost?: (a: string, b: string) => number, most?: number): number;
  /** The names that are nearest to `key`, the nearest first, each document once. */
  near(key: string, most: number): Promise<NearName[]>;
  /** The Chinese names that are in a compact text by their sounds. */
  soundingIn(text: string, most: number): Promise<FoundName[]>;

  /* collect.js */
  /** A score below this is that of a document in which no row holds all. */
  scatteredBelow: number;
  rowsOfArticle(asked: string | undefined, named: SearchName[]): Promise<Rows | null>;
  /** Other names of what the query names, as terms. */
  otherNames(query: SearchQuery, names: SearchName[]): SearchTerm[];
  rowsOfTerms(terms: SearchTerm[], doubts: Doubts): Promise<TermRows[]>;
  countHits(candidate: Candidate): number;
  count(query: SearchQuery, rows: QueryRows, within: Rows | null): Counted;

  /* grade.js */
  piecesOf(query: SearchQuery, doubts: Doubts): Promise<Piece[]>;
  weights(pieces: Piece[], count: number): number[];
  /** For each of `count` rows the weight of the pieces it holds, and which they are, a bit each. */
  scores(pieces: Piece[], weights: number[], count: number): { scores: Float32Array; held: Uint32Array };
  graded(query: SearchQuery, pieces: Piece[], within: Rows | null): Promise<GradedList>;

  /* verify.js */
  /** The anchor of a row that is searched and never shown. */
  unseen: string;
  answers(list: Candidate[], query: SearchQuery, more: number): Promise<{ answers: SearchAnswer[]; rest: number }>;
  gradedAnswers(graded: GradedList, query: SearchQuery, pieces: Piece[], more: number): Promise<SearchAnswer[]>;
  /** How many articles hold the words, and the best of them by name. */
  articlesOf(list: Candidate[]): Promise<FoundArticles>;
  withEvidence(answers: SearchAnswer[]): Promise<SearchAnswer[]>;

  /* address.js */
  /** The name of an article and the number of a sentence that a query is; null where it is none. */
  addressOf(text: string): { name: string; anchor: string } | null;
  addressed(text: string, more: number): Promise<SearchAnswer[]>;

  /* find.js */
  find(text: string, more: number): Promise<SearchResult>;

  /* worker.js */
  /** A name as a reader may click it: the label found, or, where that was pinyin, the preferred one. */
  shownLabel(name: SearchName): string;
}

/* --- What the worker answers (search/worker.js, finder/panel.js) --- */

/** A choice of a filter; what is written into the query is `value`, or else the label. */
interface Choice {
  id: string;
  label: string;
  count: number;
  value?: string;
}

/** An entry of Material's list of results. */
interface ListedSection {
  location: string;
  title: string;
  text: string;
  score: number;
  terms: Record<string, never>;
  tags?: string[];
}

interface Found extends Omit<Counted, "list"> {
  query: string;
  /** Why there is no answer; then there is nothing else but the query. */
  error?: string;
  filters: SearchFilters;
  names: Record<string, { label: string; without: string }>;
  terms: number;
  /** The first of its words, as they were typed. */
  tried: string[];
  /** How many characters were read, where there are more. */
  cut: number;
  pages: number;
  rest: number;
  doubt: "most" | "least" | "";
  choices: Record<"kind" | "lang", Choice[]>;
  articles: Record<string, { title: string; hits: number }>;
  articleCount: number;
  near: string[];
  /** The name that is looked for instead of the query, which finds nothing; or empty. */
  instead: string;
  /** How many of the items, the first ones, hold all of the query; the others hold most of it. */
  whole: number;
  failed: number;
  /** The page about the search, below the site. */
  guide: string;
}

interface Answer {
  items: ListedSection[][];
  found: Found;
}

declare var jianzhu: Jianzhu;
declare var jianzhuSearch: JianzhuSearch;
/** Each file of the index is a call of this. */
declare var __S: (name: string, sum: string, payload: string) => void;

/* Of Material's script. */
declare var __md_scope: URL;
declare var __md_hash: (text: string) => number;
declare var __md_get: (key: string, store?: Storage, of?: URL) => unknown;
declare var __md_set: (key: string, value: unknown, store?: Storage, of?: URL) => void;
