import { editDistance } from '../knowledge/edit-distance.ts';

/** The known word closest to a mistyped one, if one is close enough to be meant. */
export function didYouMean(written: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const word of known) {
    const distance = editDistance(written.toLowerCase(), word.toLowerCase());
    if (distance <= most && (best === undefined || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** A sentence for `fix`: the likely word, otherwise all that are known; where none is, that it has to go. */
export function suggestion(written: string, known: readonly string[]): string {
  const meant = didYouMean(written, known);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return known.length === 0 ? 'there is none here, so take it out' : `use one of: ${known.join(', ')}`;
}
