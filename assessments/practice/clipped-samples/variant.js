// Two limits that are not each other's negative, so that comparing magnitudes shows.
export function variant(random) {
  const lowest = -random.integer(3000, 29000);
  let highest = random.integer(3000, 29000);
  while (Math.abs(highest + lowest) < 500) highest = random.integer(3000, 29000);
  return { parameters: { lowest, highest } };
}
