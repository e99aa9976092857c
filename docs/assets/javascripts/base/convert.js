// @ts-check
/* Convert: Chinese text in the other script, by a table made from the words of the edition when the site was built. Does what
   VariantTable.apply does in scripts/jianzhu/text/variants/table.py. */
(() => {
  const SPACE = /^[ \t\n\f\r]$/;

  /** @type {(character: string, at: number, text: string, table: VariantTable) => string} */
  const formOf = (character, at, text, { usual, rules }) => {
    const rule = rules.get(character)?.find(([words, offset]) => at >= offset && text.startsWith(words, at - offset));
    return rule?.[2] ?? usual.get(character) ?? character;
  };

  jianzhu.variants = {
    /* The table counts in characters, as Python does; here they are counted in UTF-16 units, of which rare characters have two. */
    readTable({ usual, rules }) {
      const pairs = Array.from(usual);
      /** @type {VariantTable} */
      const table = { usual: new Map(), rules: new Map() };
      for (let at = 0; at < pairs.length; at += 2) table.usual.set(pairs[at], pairs[at + 1]);
      for (const [character, own] of Object.entries(rules)) {
        const inUnits = own.map(([words, offset, form]) => {
          const before = Array.from(words).slice(0, offset).join("");
          return /** @type {VariantRule} */ ([words, before.length, form]);
        });
        table.rules.set(character, inUnits);
      }
      return table;
    },

    /* The texts of `pieces`, which are read as one. In the words of a rule all white space is one space, and a line end stands
       for the edges of a text. */
    convert(pieces, table) {
      let text = "\n";
      const characters = pieces.map((piece) =>
        Array.from(piece, (character) => {
          const isSpace = SPACE.test(character);
          const at = isSpace && "\n ".includes(text.slice(-1)) ? 0 : text.length;
          if (at) text += isSpace ? " " : character;
          return { character, at };
        }),
      );
      text = `${text.replace(/ $/, "")}\n`;
      return characters.map((piece) => piece.map(({ character, at }) => formOf(character, at, text, table)).join(""));
    },
  };
})();
