import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conformalQuantile, setZones } from './zones.ts';

test('a new score of the same kind exceeds the conformal quantile as seldom as was asked', () => {
  // Uniform scores from a fixed generator; 40 times 199 for the quantile and 200 to try it on.
  let state = 7;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (const rate of [0.01, 0.02, 0.05]) {
    let above = 0;
    for (let round = 0; round < 40; round += 1) {
      const threshold = conformalQuantile(Array.from({ length: 199 }, next), rate);
      above += Array.from({ length: 200 }, next).filter((score) => score > threshold).length;
    }
    expect(above / 8_000).toBeLessThan(rate * 1.25 + 0.002);
  }
});

test('refusing never begins above accepting, nor either below its floor', () => {
  const scores = fc.array(fc.double({ min: -1, max: 1.2, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(scores, scores, (scope, none) => {
      const zones = setZones(scope, none, 0.01, { accept: 0.1, refuse: -0.2 });
      expect(zones.accept).toBeGreaterThanOrEqual(0.1);
      expect(zones.refuse).toBeGreaterThanOrEqual(-0.2);
      expect(zones.refuse).toBeLessThanOrEqual(zones.accept);
    }),
  );
});
