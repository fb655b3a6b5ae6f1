/** Fields of nested records by dotted path, such as «source.date»; the paths are the product's own, never a user's. */

export type Json = Readonly<Record<string, unknown>>;

/** The value at a path; undefined where there is none. */
export function fieldOf(record: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isJson(value) ? value[key] : undefined), record);
}

/** A nested record from fields with dotted paths. */
export function nested(fields: readonly (readonly [path: string, value: unknown])[]): Json {
  const record: Record<string, unknown> = {};
  const groups = new Map<string, [string, unknown][]>();
  for (const [path, value] of fields) {
    const dot = path.indexOf('.');
    if (dot < 0) {
      record[path] = value;
      continue;
    }
    const group = path.slice(0, dot);
    const list = groups.get(group) ?? [];
    list.push([path.slice(dot + 1), value]);
    groups.set(group, list);
  }
  for (const [group, list] of groups) record[group] = nested(list);
  return record;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
