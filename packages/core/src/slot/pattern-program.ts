import type { PatternNode } from './parse-pattern.ts';

/** One place of a compiled pattern and where it leads. `take` leads on by one character. */
export type ProgramStep =
  | { readonly kind: 'take'; readonly fits: (character: string) => boolean; readonly to: number }
  | { readonly kind: 'either'; readonly to: readonly number[] }
  | { readonly kind: 'begin' | 'finish'; readonly to: number }
  | { readonly kind: 'accept' };

/** A pattern as a net of places; it starts at place 0. */
export type Program = { readonly steps: readonly ProgramStep[]; readonly accept: number };

const mostSteps = 4_000;

/** Lays a tree out as a net (Thompson's construction); undefined when it would be too large. */
export function compileProgram(root: PatternNode): Program | undefined {
  const steps: ProgramStep[] = [{ kind: 'either', to: [] }];
  const accept = steps.push({ kind: 'accept' }) - 1;
  const entry = lay(root, accept, steps);
  steps[0] = { kind: 'either', to: [entry] };
  return steps.length > mostSteps ? undefined : { steps, accept };
}

/** Adds the places of `node`, which lead on to `then`; says at which place it is entered. */
function lay(node: PatternNode, then: number, steps: ProgramStep[]): number {
  if (steps.length > mostSteps) return then;
  switch (node.kind) {
    case 'character':
      return steps.push({ kind: 'take', fits: node.fits, to: then }) - 1;
    case 'begin':
    case 'finish':
      return steps.push({ kind: node.kind, to: then }) - 1;
    case 'sequence':
      return node.parts.reduceRight((next, part) => lay(part, next, steps), then);
    case 'either': {
      const to = node.ways.map((way) => lay(way, then, steps));
      return steps.push({ kind: 'either', to }) - 1;
    }
    case 'repeat': {
      let next = then;
      if (node.most === undefined) {
        next = steps.push({ kind: 'either', to: [] }) - 1;
        steps[next] = { kind: 'either', to: [lay(node.of, next, steps), then] };
      } else
        for (let count = node.least; count < node.most; count += 1)
          next = steps.push({ kind: 'either', to: [lay(node.of, next, steps), then] }) - 1;
      for (let count = 0; count < node.least; count += 1) next = lay(node.of, next, steps);
      return next;
    }
  }
}
