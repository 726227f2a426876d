/** One item of a list: `look` says when it has to be drawn anew. */
export type KeyedItem = { readonly key: string; readonly look: string; readonly draw: () => HTMLElement };

/**
 * Fills a list so that what did not change stays, with its focus, its open details and what was typed into it.
 * What did change is drawn anew, and is open if it was.
 */
export function createKeyedList(list: HTMLElement): (items: readonly KeyedItem[]) => void {
  let drawn = new Map<string, { look: string; node: HTMLElement }>();
  return (items) => {
    const next = new Map<string, { look: string; node: HTMLElement }>();
    for (const { key, look, draw } of items) {
      const known = drawn.get(key);
      if (known?.look === look) {
        next.set(key, known);
        continue;
      }
      const node = draw();
      const wasOpen = known?.node.querySelector('details')?.open === true;
      const details = node.querySelector('details');
      if (wasOpen && details !== null) details.open = true;
      if (known?.node.contains(document.activeElement) === true)
        queueMicrotask(() => node.querySelector<HTMLElement>('summary, button')?.focus());
      next.set(key, { look, node });
    }
    drawn = next;
    const wanted = [...next.values()].map((one) => one.node);
    const kept = new Set<Node>(wanted);
    for (const child of Array.from(list.childNodes)) if (!kept.has(child)) child.remove();
    wanted.forEach((node, at) => {
      const there = list.childNodes[at];
      if (there !== node) list.insertBefore(node, there ?? null);
    });
  };
}
