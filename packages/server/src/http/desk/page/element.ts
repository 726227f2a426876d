type Attribute = string | number | boolean | undefined | ((event: Event) => void);
export type Child = Node | string | undefined | false;

/** Makes an element. `on…` attributes are listeners; `true` sets an empty attribute, `false` and undefined none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** One of the symbols of index.html. With a label it speaks, without it is decoration. */
export function icon(name: string, label?: string): SVGSVGElement {
  const made = document.createElementNS(svg, 'svg');
  made.setAttribute('class', `icon i-${name}`);
  if (label === undefined) made.setAttribute('aria-hidden', 'true');
  else {
    made.setAttribute('role', 'img');
    made.setAttribute('aria-label', label);
    const title = document.createElementNS(svg, 'title');
    title.textContent = label;
    made.append(title);
  }
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#i-${name}`);
  made.append(use);
  return made;
}

/** An element of index.html. Throws when it is missing or of another kind. */
export function byId<T extends Element>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html has no ${kind.name} "${id}"`);
  return found;
}

/** Puts new content in place and leaves the keyboard where it was: elements with a `data-key` keep the focus. */
export function refill(container: HTMLElement, ...children: readonly Child[]): void {
  const focused = document.activeElement;
  const key =
    focused instanceof HTMLElement && container.contains(focused) ? focused.dataset['key'] : undefined;
  container.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
  if (key === undefined) return;
  const again = container.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
