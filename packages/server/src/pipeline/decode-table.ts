/** What a table's file is written in, as its bytes tell. */
export type DecodedTable = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' };

/**
 * The text of a table. Spreadsheets write UTF-8 or UTF-16 with a mark, or UTF-8 without one; what is none of these
 * is read as Windows-1252, which older ones write.
 */
export function decodeTable(bytes: Uint8Array): DecodedTable {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
