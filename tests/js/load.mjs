// Runs scripts of the site as a page does, classic ones one after the other, in a world of their own.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const root = new URL("../../", import.meta.url);

export const read = (path) => readFileSync(new URL(path, root), "utf-8");

export const table = (name) => JSON.parse(read(`tests/tables/${name}.json`));

/* What is global after the scripts `names` have run; before, it is `given`. */
export function load(names, given = {}) {
  const world = createContext({ TextEncoder, URL, URLSearchParams, ...given });
  world.self = world;
  for (const name of names) runInContext(`"use strict";${read(`docs/assets/javascripts/${name}.js`)}`, world);
  return world;
}

/* A value of another world as one of this. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
