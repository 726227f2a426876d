import { checkMedia, mediaLimits, type MediaProblem } from '../outbound/media-limits.ts';

/** What a file can be sent as, the most generous first where a type serves for two. */
const kinds = ['image', 'video', 'audio', 'document', 'sticker_animated'] as const;

/**
 * What is wrong with a file to upload, or undefined if WhatsApp takes it as something. What it may
 * be sent as is checked by `checkMedia`.
 */
export function uploadProblem(mimeType: string, sizeBytes: number): string | undefined {
  const problems = kinds.map((kind) => checkMedia(kind, mimeType, sizeBytes));
  if (problems.includes(undefined)) return undefined;
  // A kind that takes the type tells more than those that do not.
  const problem = problems.find((one) => one?.kind !== 'unsupported-type');
  return problem === undefined ? unsupported() : described(problem);
}

function described(problem: MediaProblem): string {
  switch (problem.kind) {
    case 'unsupported-type':
      return unsupported();
    case 'empty':
      return 'the file is empty';
    case 'too-large':
      return `the file is larger than the ${problem.mostBytes} bytes that WhatsApp takes of its type`;
  }
}

function unsupported(): string {
  const types = new Set(kinds.flatMap((kind) => mediaLimits[kind].mimeTypes));
  return `WhatsApp does not take the file's type; it takes ${[...types].join(', ')}`;
}
