// @ts-check
/* Messages: what scripts say, in the language of the page. The texts are in messages.zh.js and messages.en.js, which Python
   writes from scripts/jianzhu/show/messages/reader.yml. */
(() => {
  /* `{name}` is filled in; `{name:one|other}` is one of two words, by whether the number `name` is 1. */
  const BRACES = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g;

  jianzhu.message = (key, values = {}) =>
    jianzhu.messages[key].replace(BRACES, (_, name, one, other) => {
      if (one === undefined) return String(values[name]);
      return values[name] === 1 ? one : other;
    });
})();
