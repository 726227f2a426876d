/** The language of the flow that serves a customer who writes this one; undefined when it has none of it. */
export function languageFor(languages: readonly string[], heard: string | undefined): string | undefined {
  if (heard === undefined) return undefined;
  const base = heard.split('-')[0];
  return languages.find((each) => each === heard) ?? languages.find((each) => each.split('-')[0] === base);
}
