import { z } from 'zod';

/** Cuts a text into the numbers of a model's tokens, its special tokens included. */
export type Tokenizer = (text: string) => readonly number[];

const Special = z.object({ id: z.string(), ids: z.array(z.number()) });
const Step = z.union([
  z.object({ SpecialToken: z.object({ id: z.string() }) }),
  z.object({ Sequence: z.object({ id: z.string() }) }),
]);
const Processor = z.union([
  z.object({
    type: z.literal('TemplateProcessing'),
    single: z.array(Step),
    special_tokens: z.record(z.string(), Special),
  }),
  z.object({
    type: z.enum(['BertProcessing', 'RobertaProcessing']),
    cls: z.tuple([z.string(), z.number()]),
    sep: z.tuple([z.string(), z.number()]),
  }),
]);
const TokenizerFile = z.object({
  model: z.union([
    z.object({
      type: z.literal('Unigram'),
      unk_id: z.number().nullish(),
      vocab: z.array(z.tuple([z.string(), z.number()])),
    }),
    z.object({
      type: z.literal('WordPiece'),
      unk_token: z.string(),
      continuing_subword_prefix: z.string(),
      vocab: z.record(z.string(), z.number()),
    }),
  ]),
  normalizer: z.object({ lowercase: z.boolean().optional() }).nullish(),
  post_processor: Processor.nullish(),
});

/**
 * Reads what sentence encoders need of a Hugging Face `tokenizer.json`: Unigram (multilingual-e5,
 * paraphrase-multilingual-MiniLM) and WordPiece (all-MiniLM). Throws for any other model.
 */
export function readTokenizer(json: unknown): Tokenizer {
  const parsed = TokenizerFile.safeParse(json);
  if (!parsed.success)
    throw new Error('tokenizer.json is neither of a Unigram nor of a WordPiece model', {
      cause: parsed.error,
    });
  const { model, normalizer, post_processor: processor } = parsed.data;
  const cut = model.type === 'Unigram' ? unigram(model) : wordPiece(model, normalizer?.lowercase !== false);
  return (text) => framed(cut(text), processor ?? undefined);
}

function framed(ids: readonly number[], processor: z.infer<typeof Processor> | undefined): readonly number[] {
  if (processor === undefined) return ids;
  if (processor.type !== 'TemplateProcessing') return [processor.cls[1], ...ids, processor.sep[1]];
  return processor.single.flatMap((step) =>
    'Sequence' in step ? ids : (processor.special_tokens[step.SpecialToken.id]?.ids ?? []),
  );
}

const space = '\u2581';

/** The pieces with the greatest sum of scores (Viterbi); a character that no piece covers is unknown. */
function unigram({
  vocab,
  unk_id: unknown,
}: {
  readonly vocab: readonly (readonly [string, number])[];
  readonly unk_id?: number | null | undefined;
}): Tokenizer {
  const pieces = new Map(vocab.map(([piece, score], id) => [piece, { id, score }]));
  const longest = vocab.reduce((most, [piece]) => Math.max(most, Array.from(piece).length), 1);
  const lowest = vocab.reduce((least, [, score]) => Math.min(least, score), 0) - 10;
  return (text) => {
    const words = text.normalize('NFKC').trim().split(/\s+/u).join(space);
    const symbols = Array.from(words === '' ? '' : space + words);
    const best: { score: number; from: number; id: number }[] = [{ score: 0, from: 0, id: -1 }];
    for (let end = 1; end <= symbols.length; end += 1) {
      let found = { score: (best[end - 1]?.score ?? 0) + lowest, from: end - 1, id: unknown ?? 0 };
      for (let from = Math.max(0, end - longest); from < end; from += 1) {
        const piece = pieces.get(symbols.slice(from, end).join(''));
        const score = (best[from]?.score ?? -Infinity) + (piece?.score ?? 0);
        if (piece !== undefined && score > found.score) found = { score, from, id: piece.id };
      }
      best.push(found);
    }
    const ids: number[] = [];
    for (let at = symbols.length; at > 0; at = best[at]?.from ?? 0) ids.push(best[at]?.id ?? 0);
    return ids.toReversed();
  };
}

/** BERT's: words and punctuation apart, the longest piece first; a word that does not come out is unknown. */
function wordPiece(
  model: {
    readonly vocab: Readonly<Record<string, number>>;
    readonly unk_token: string;
    readonly continuing_subword_prefix: string;
  },
  lowercase: boolean,
): Tokenizer {
  const vocab = new Map(Object.entries(model.vocab));
  const unknown = vocab.get(model.unk_token) ?? 0;
  return (text) => {
    const plain = lowercase
      ? text
          .toLowerCase()
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
      : text.normalize('NFC');
    const words = plain.match(
      /\p{Script=Han}|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}]|$)|[^\s\p{L}\p{M}\p{N}]/gu,
    );
    return (words ?? []).flatMap((word) => {
      const ids: number[] = [];
      const letters = Array.from(word);
      for (let start = 0; start < letters.length;) {
        let end = letters.length;
        let id: number | undefined;
        while (end > start && id === undefined) {
          const prefix = start === 0 ? '' : model.continuing_subword_prefix;
          id = vocab.get(prefix + letters.slice(start, end).join(''));
          if (id === undefined) end -= 1;
        }
        if (id === undefined) return [unknown];
        ids.push(id);
        start = end;
      }
      return ids;
    });
  };
}
