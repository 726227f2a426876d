const signs: readonly RegExp[] = [
  /```|~~~/,
  /<\/?[a-z][\w-]*(?:\s[^<>]*)?>/i,
  /^\s*(?:def|class|import|from|const|let|var|function|public|private|#include|using)\s+[\w<"{*$]/m,
  /\b(?:select\b[^.!?\n]{1,80}\bfrom|insert\s+into|update\s+\w+\s+set|drop\s+table)\b/i,
  /[;{}]\s*$/m,
  /=>|\w\(\)|\bconsole\.log|\bprint\(|\breturn\s+[\w"'(]+;/,
];

/** What looks like a program's text, if anything does. No business answers a customer in code. */
export function codeIn(text: string): string | undefined {
  for (const sign of signs) {
    const found = sign.exec(text)?.[0];
    if (found !== undefined) return `looks like code: "${found.trim()}"`;
  }
  return undefined;
}
