/** The most moments that lie in any stretch of so many milliseconds; its end does not belong to it. */
export function mostWithin(moments: readonly number[], ms: number): number {
  const sorted = moments.toSorted((one, other) => one - other);
  let first = 0;
  let most = 0;
  for (const [index, moment] of sorted.entries()) {
    while ((sorted[first] ?? moment) <= moment - ms) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
