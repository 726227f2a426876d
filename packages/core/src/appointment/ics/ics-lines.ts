/** One property of a calendar object: "DTSTART;TZID=Europe/Berlin:20261124T093000". */
export type IcsProperty = {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
};

/** A component with its properties and the components inside it. */
export type IcsComponent = {
  readonly name: string;
  readonly properties: readonly IcsProperty[];
  readonly components: readonly IcsComponent[];
};

type Open = { name: string; properties: IcsProperty[]; components: IcsComponent[] };

/**
 * Reads a calendar object into its components, at most `mostLines` of it. What is no property is left
 * out; a component that is not closed ends with the text. Source: RFC 5545, 3.1.
 */
export function readIcs(text: string, mostLines = 50_000): readonly IcsComponent[] {
  const lines = text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .slice(0, mostLines);
  const root: Open = { name: '', properties: [], components: [] };
  const open: Open[] = [root];
  for (const line of lines) {
    const property = readProperty(line);
    if (property === undefined) continue;
    if (property.name === 'BEGIN') {
      const component: Open = { name: property.value.toUpperCase(), properties: [], components: [] };
      open.at(-1)?.components.push(component);
      open.push(component);
    } else if (property.name === 'END') {
      if (open.length > 1) open.pop();
    } else open.at(-1)?.properties.push(property);
  }
  return root.components;
}

function readProperty(line: string): IcsProperty | undefined {
  // A quoted parameter may hold colons and semicolons.
  const [, head, value] = /^((?:[^":]|"[^"]*")*):(.*)$/.exec(line) ?? [];
  if (head === undefined || value === undefined) return undefined;
  const [name, ...rest] = head.match(/(?:[^";]|"[^"]*")+/g) ?? [];
  if (name === undefined) return undefined;
  const parameters = rest.map((part): [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, at).toUpperCase(), part.slice(at + 1).replaceAll('"', '')];
  });
  return { name: name.toUpperCase(), parameters: new Map(parameters), value };
}

/** The first property of this name. */
export function propertyOf(component: IcsComponent, name: string): IcsProperty | undefined {
  return component.properties.find((property) => property.name === name);
}
