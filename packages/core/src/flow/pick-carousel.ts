import type { Outbound } from '../message/outbound.ts';
import { shortened } from '../message/split-text.ts';
import type { Asking } from './asking.ts';
import { offerId } from './flow-question.ts';
import type { FlowOffer } from './flow-state.ts';
import { flowWords } from './flow-words.ts';
import type { PickNode } from './pick-node.ts';
import { picturesOf } from './pick-question.ts';
import { isWebAddress, longestBody } from './write-content.ts';

/** Source: Cloud API docs, "Interactive media carousel", read 2026-11-22: cards, and characters on a card. */
const fewest = 2;
const most = 10;
const longestCard = 160;

/**
 * A pick as cards to leaf through, each with its picture and a button that picks it; undefined where the
 * node wants a list, or an entry has no picture: a card without one is refused. "None of these" and
 * "more" have no card; they are written.
 */
export function pickCarousel(
  asking: Asking,
  node: PickNode,
  {
    body,
    offers,
    number,
  }: { readonly body: string; readonly offers: readonly FlowOffer[]; readonly number: number },
): Outbound | undefined {
  const text = shortened(body, longestBody);
  if (text === '' || node.as === undefined || asking.write(node.as) !== 'carousel') return undefined;
  const entries = offers.flatMap((offer, place) =>
    typeof offer.value === 'number' ? [{ offer, place }] : [],
  );
  const pictures = picturesOf(asking, node, offers).filter(({ url }) => isWebAddress(url));
  if (entries.length < fewest || entries.length > most || pictures.length < entries.length) return undefined;
  const title = shortened(flowWords(asking.language).choose, 20);
  return {
    kind: 'carousel',
    body: text,
    cards: entries.flatMap(({ place }, index) => {
      const picture = pictures[index];
      if (picture === undefined) return [];
      return [
        {
          image: picture.url,
          body: shortened(picture.caption, longestCard),
          button: { id: offerId(number, place), title },
        },
      ];
    }),
  };
}
