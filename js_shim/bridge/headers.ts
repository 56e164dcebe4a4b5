/** Splits the headers that Python passes: lines of "name:value". */
export function headerPairs(headers: string): [name: string, value: string][] {
  if (!headers) return [];
  return headers.split("\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1)];
  });
}
