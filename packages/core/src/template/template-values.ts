import type { BusinessTemplate, TemplateVariant } from './business-template.ts';

/** What a file above the text is given as. */
export const headerValue = 'header';

const variable = /\{\{\s*([^{}\s]*)\s*\}\}/gu;

/** The names between double braces, in order, each once. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name = '']) => name))];
}

/** Whether a variable counts (`{{1}}`) instead of having a name. */
export function isNumbered(name: string): boolean {
  return /^[1-9]\d*$/.test(name);
}

/** The variables of the text, the numbered ones by number. */
export function bodyValues({ body }: TemplateVariant): readonly string[] {
  const names = variablesIn(body);
  return names.every(isNumbered) ? names.toSorted((a, b) => Number(a) - Number(b)) : names;
}

/** What the header is given as: the name of its variable, "header" for a numbered one or a file; undefined for none. */
export function headerName({ header }: TemplateVariant): string | undefined {
  if (header === undefined) return undefined;
  if (header.kind !== 'text') return headerValue;
  const [name] = variablesIn(header.text);
  return name === undefined || !isNumbered(name) ? name : headerValue;
}

/** What the end of a link is given as, by the place of its button: its name, or "link" and "link2" for numbered ones. */
export function linkNames({ buttons }: TemplateVariant): ReadonlyMap<number, string> {
  const links = buttons.flatMap((button, place) => {
    const [name] = button.kind === 'link' ? variablesIn(button.url) : [];
    return name === undefined ? [] : [{ place, name }];
  });
  return new Map(
    links.map(({ place, name }, index) => [
      place,
      isNumbered(name) ? (index === 0 ? 'link' : `link${index + 1}`) : name,
    ]),
  );
}

/** Everything one wording of a template must be given. */
export function valuesOfVariant(variant: TemplateVariant): readonly string[] {
  const header = headerName(variant);
  return [
    ...new Set([
      ...bodyValues(variant),
      ...(header === undefined ? [] : [header]),
      ...linkNames(variant).values(),
    ]),
  ];
}

/** Everything a template must be given, in whatever language. */
export function valuesOf(template: Pick<BusinessTemplate, 'languages'>): readonly string[] {
  return [...new Set(Object.values(template.languages).flatMap(valuesOfVariant))];
}

/** The text with its variables filled in; what is not given stays as it is. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(variable, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
