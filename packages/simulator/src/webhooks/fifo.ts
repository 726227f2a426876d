/** A first-in-first-out queue with constant-time ends, for queues of many thousands. */
export type Fifo<T> = {
  readonly size: number;
  push(item: T): void;
  shift(): T | undefined;
};

/** An empty queue. */
export function createFifo<T>(): Fifo<T> {
  let items: T[] = [];
  let head = 0;
  return {
    get size() {
      return items.length - head;
    },
    push: (item) => {
      items.push(item);
    },
    shift: () => {
      const item = items[head];
      if (head < items.length) head += 1;
      if (head > 1_024 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
  };
}
