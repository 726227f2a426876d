type Keys = {
  next(): void;
  previous(): void;
  search(): void;
  take(): void;
  giveBack(): void;
  reply(): void;
  why(): void;
  help(): void;
  back(): void;
};

/** Single keys act unless somebody is typing; Escape leaves a field first, then goes back. */
export function listenForKeys(keys: Keys): void {
  const byKey = new Map<string, () => void>([
    ['j', keys.next],
    ['k', keys.previous],
    ['/', keys.search],
    ['t', keys.take],
    ['g', keys.giveBack],
    ['r', keys.reply],
    ['w', keys.why],
    ['?', keys.help],
  ]);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null)
      return;
    const { target } = event;
    const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') {
      if (typing) target.blur();
      else keys.back();
      return;
    }
    const act = typing ? undefined : byKey.get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}
