/** Percentages by figure, of which the means are asked. */
export class Tally {
  private readonly values = new Map<string, number[]>();

  add(figure: string, percent: number): void {
    this.values.set(figure, [...(this.values.get(figure) ?? []), percent]);
  }

  means(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.values].map(([figure, found]) => [
        figure,
        Number((found.reduce((sum, value) => sum + value, 0) / found.length).toFixed(1)),
      ]),
    );
  }
}
