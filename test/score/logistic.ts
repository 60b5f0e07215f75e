/** One thing to learn from: what was seen, and whether it was right. */
export interface Sample {
  readonly features: Readonly<Record<string, number>>;
  readonly right: boolean;
}

const ROUNDS = 30;
const SETTLED = 1e-5;

/**
 * Logistic regression by Newton's method with a ridge penalty on every weight but the bias.
 * @param ridge how strongly weights are held small
 * @returns a weight for each feature, and `bias`
 */
export function fitLogistic(samples: readonly Sample[], ridge: number): Record<string, number> {
  const names = ['bias', ...new Set(samples.flatMap(({ features }) => Object.keys(features)))];
  const rows = samples.map(({ features }) =>
    names.map((name) => (name === 'bias' ? 1 : (features[name] ?? 0))),
  );
  const penalty = (i: number) => (i === 0 ? 1e-3 : ridge);
  let weights = names.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => -penalty(i) * weight);
    const hessian = names.map((_, i) => names.map((_name, j) => (i === j ? penalty(i) : 0)));
    for (const [k, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-dot(weights, row)));
      const error = (samples[k]?.right ? 1 : 0) - p;
      for (const [i, x] of row.entries()) {
        gradient[i] = at(gradient, i) + error * x;
        const line = hessian[i] ?? [];
        for (const [j, y] of row.entries()) line[j] = at(line, j) + p * (1 - p) * x * y;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + at(step, i));
    if (Math.max(...step.map(Math.abs)) < SETTLED) break;
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round(at(weights, i) * 100) / 100]));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * at(b, i), 0);
}

function at(numbers: readonly number[], i: number): number {
  return numbers[i] ?? 0;
}

/** Gauss–Jordan elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .map((row, k) => [k, Math.abs(at(row, i))] as const)
      .filter(([k]) => k >= i)
      .toSorted((a, b) => b[1] - a[1])[0]?.[0];
    if (pivot === undefined) break;
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    const own = rows[i] ?? [];
    for (const [k, row] of rows.entries()) {
      const factor = k === i ? 0 : at(row, i) / at(own, i);
      if (factor !== 0) for (let c = i; c <= rows.length; c++) row[c] = at(row, c) - factor * at(own, c);
    }
  }
  return rows.map((row, i) => at(row, rows.length) / at(row, i));
}
