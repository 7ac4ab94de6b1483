// The news of a run: nothing is lost, nothing comes twice, and the last of it comes before the answer.
import { ProgressBatch, type ChecksBegun } from './progress-batch';

it('sends what began since the last message as one, and nothing after the end', () => {
  const sent: ChecksBegun[] = [];
  const batch = new ProgressBatch((begun) => sent.push(begun));
  for (const check of [1, 2, 3]) batch.add(check, 4);
  expect(sent).toEqual([]);
  batch.close();
  batch.add(4, 4);
  batch.close();
  expect(sent).toEqual([{ from: 1, to: 3, of: 4 }]);
});

it('sends in the middle of a run that takes its time', async () => {
  const sent: ChecksBegun[] = [];
  const news = new Promise<void>((resolve) => {
    const batch = new ProgressBatch((begun) => {
      sent.push(begun);
      if (sent.length === 1) batch.add(2, 2);
      else resolve();
    });
    batch.add(1, 2);
  });
  await news;
  expect(sent).toEqual([
    { from: 1, to: 1, of: 2 },
    { from: 2, to: 2, of: 2 },
  ]);
});
