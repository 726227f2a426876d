/** What a list or an object given as JSON text says; any other text is itself. */
export function fromJsonText(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
