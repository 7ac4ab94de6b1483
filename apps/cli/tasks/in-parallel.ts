// Work on many things, a few at a time.

/** Four at a time: enough to keep the runners busy, few enough to keep the queue short. */
export async function inParallel<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const rest = things.values();
  const next = async (): Promise<void> => {
    for (const thing of rest) await work(thing);
  };
  await Promise.all([next(), next(), next(), next()]);
}
