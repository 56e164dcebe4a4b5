// Writes FILE.br and FILE.gz beside each FILE, for servers that send compressed files:
//   node tools/compress.mjs CACHE FILE...
// Prints [FILE, raw, gzip, brotli] in bytes, as JSON. CACHE stores the results, which take a minute.
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
const FORMATS = [
  ["gz", (content) => promisify(gzip)(content, { level: 9 })],
  [
    "br",
    (content) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_LGWIN]: 24,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          // For words of four bytes: the snapshot consists of them.
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
      .update(FORMATS.toString())
      .update(content)
      .digest("hex")
      .slice(0, 32);
    const made = FORMATS.map(async ([suffix, compress]) => {
      const cached = join(cache, `${digest}.${suffix}`);
      if (!existsSync(cached)) writeFileSync(cached, await compress(content));
      copyFileSync(cached, `${file}.${suffix}`);
      return statSync(cached).size;
    });
    return [file, content.length, ...(await Promise.all(made))];
  }),
);
console.log(JSON.stringify(sizes));
