// Puts FILE.br and FILE.gz beside each FILE, for servers that give them to browsers that ask:
//   node tools/compress.mjs CACHE FILE...
// Prints [FILE, raw, gzip, brotli] in bytes, as JSON. CACHE keeps what takes a minute.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [cache, ...files] = process.argv.slice(2);
const WAYS = [
  ["gz", (content) => promisify(gzip)(content, { level: 9 })],
  [
    "br",
    (content) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_LGWIN]: 24,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          // For words of four bytes: the snapshot is full of them.
          [constants.BROTLI_PARAM_NPOSTFIX]: 2,
          [constants.BROTLI_PARAM_NDIRECT]: 8,
        },
      }),
  ],
];

mkdirSync(cache, { recursive: true });
const sizes = await Promise.all(
  files.map(async (file) => {
    const content = readFileSync(file);
    const digest = createHash("sha256")
      .update(WAYS.toString())
      .update(content)
      .digest("hex")
      .slice(0, 32);
    const made = WAYS.map(async ([suffix, compress]) => {
      const kept = join(cache, `${digest}.${suffix}`);
      if (!existsSync(kept)) writeFileSync(kept, await compress(content));
      copyFileSync(kept, `${file}.${suffix}`);
      return statSync(kept).size;
    });
    return [file, content.length, ...(await Promise.all(made))];
  }),
);
console.log(JSON.stringify(sizes));
