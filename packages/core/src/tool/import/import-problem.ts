/**
 * Something an import could not take over. `where`: the operation and the place in it. `left-out`: the tool works
 * without it; `needed`: there is no tool.
 */
export type ImportProblem = {
  readonly where: string;
  readonly weight: 'left-out' | 'needed';
  readonly message: string;
};

/** "orderNumber" for "order-number", "Order Number" or "order_number"; undefined when nothing is left of a name. */
export function fieldNameFor(written: string): string | undefined {
  const words = written.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words
    .map((word, index) =>
      index === 0
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 40);
  return name === '' ? undefined : name;
}

/** "get-order" for "getOrder" or "GET /order". */
export function toolNameFor(written: string): string {
  return written
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** A pointer's step for a name. Source: RFC 6901, section 3. */
export function pointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
