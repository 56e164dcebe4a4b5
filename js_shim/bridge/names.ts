/** Names that Python uses often, such as those of attributes: a number costs less than a string. */

const names: string[] = [];

export type Name = number | string;

export function numberOfName(name: string): number {
  return names.push(name) - 1;
}

export function nameOf(name: Name): string {
  return typeof name === "number" ? (names[name] as string) : name;
}
