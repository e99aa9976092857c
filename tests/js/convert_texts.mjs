// Reads {table, texts} from standard input, each text a list of pieces, and writes what a page shows for each piece.
import { readFileSync } from "node:fs";
import { load } from "./load.mjs";

const { table, texts } = JSON.parse(readFileSync(0, "utf-8"));
const { variants } = load(["base/convert"], { jianzhu: {} }).jianzhu;
const read = variants.readTable(table);
process.stdout.write(JSON.stringify(texts.map((pieces) => variants.convert(pieces, read))));
