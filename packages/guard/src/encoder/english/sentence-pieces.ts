/** Cuts a text into the numbers of sentence pieces. */
export type PieceTokenizer = (text: string) => readonly number[];

type Node = { readonly children: Map<string, Node>; piece: number };

const reserved = 6;
const space = '\u2581';

/**
 * The pieces with the greatest sum of scores (Viterbi), as the Universal Sentence Encoder lite was
 * trained on. `vocabulary`: each piece with its score; the first six are reserved, 0 is unknown.
 * Source: Kudo & Richardson 2018, SentencePiece; the choices of tfjs-models' tokenizer are kept.
 */
export function createPieceTokenizer(vocabulary: readonly (readonly [string, number])[]): PieceTokenizer {
  const root: Node = { children: new Map(), piece: -1 };
  const lengths = vocabulary.map(([piece]) => Array.from(piece).length);
  for (const [number, [piece]] of vocabulary.entries()) {
    if (number < reserved) continue;
    let node = root;
    for (const symbol of piece) {
      const next = node.children.get(symbol) ?? { children: new Map(), piece: -1 };
      node.children.set(symbol, next);
      node = next;
    }
    node.piece = number;
  }
  return (text) => {
    const plain = text.normalize('NFKC');
    if (plain === '') return [];
    const symbols = Array.from(space + plain.replaceAll(' ', space));
    const best = new Float64Array(symbols.length + 1);
    const pieces = new Int32Array(symbols.length + 1);
    const reached = new Uint8Array(symbols.length + 1);
    reached[0] = 1;
    for (const start of symbols.keys()) {
      if (reached[start] === 0) continue;
      let node: Node | undefined = root;
      let found = false;
      for (let end = start; end < symbols.length; end += 1) {
        node = node.children.get(symbols[end] ?? '');
        if (node === undefined) break;
        if (node.piece < 0) continue;
        found = true;
        reach(end + 1, (best[start] ?? 0) + (vocabulary[node.piece]?.[1] ?? 0), node.piece);
      }
      if (!found) reach(start + 1, best[start] ?? 0, 0);
    }
    function reach(at: number, score: number, piece: number): void {
      if (reached[at] === 1 && (best[at] ?? 0) > score) return;
      reached[at] = 1;
      best[at] = score;
      pieces[at] = piece;
    }
    const found: number[] = [];
    for (let at = symbols.length; at > 0;) {
      const piece = pieces[at] ?? 0;
      if (piece !== 0 || found.at(-1) !== 0) found.push(piece);
      at -= piece === 0 ? 1 : (lengths[piece] ?? 1);
    }
    return found.toReversed();
  };
}
