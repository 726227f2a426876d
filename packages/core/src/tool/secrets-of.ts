import { secretName, type ToolFile } from './declared-tool.ts';

/** The names of the secrets that a tool file needs, each once. */
export function secretsOf(file: ToolFile): readonly string[] {
  return [...new Set(textsOf(file).flatMap((text) => secretName(text) ?? []))];
}

/** `AMBIT_TOOL_SECRET_SHOP_KEY` for `shop-key`: what sets it when the server starts. */
export function secretVariable(name: string): string {
  return `AMBIT_TOOL_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
