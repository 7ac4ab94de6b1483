import { systemActor } from '@bringup/platform';
import { freshDatabase } from '../../test/database/database';
import { saveDraft } from './save-draft';
import { startAttempt } from './start-attempt';
import { newInvitation, openTestDesk } from './testing';
jest.setTimeout(120000);
it('measures', async () => {
  const db = await freshDatabase();
  const parts = await openTestDesk();
  const tokens: string[] = [];
  for (let i = 0; i < 20; i++) { const s = await newInvitation(db, parts, { tasks: ['tensor-quantisation', 'detector-latency-run'] }); await db.unitOfWork.run(systemActor, (w) => startAttempt(w, s.token)); tokens.push(s.token); }
  const times: number[] = [];
  const begin = Date.now();
  await Promise.all(tokens.map(async (token) => { let base = 0; for (let i = 0; i < 50; i++) { const t = performance.now(); const d = await saveDraft(db.unitOfWork, token, 1, { baseRevision: base, answer: { kind: 'numeric', fields: { scale: String(i) } } }, db.clock.now()); base = d.revision; times.push(performance.now() - t); } }));
  const took = Date.now() - begin; times.sort((a, b) => a - b);
  process.stderr.write(`RATE ${Math.round(1000 / took * 1000)}/s p50 ${times[500].toFixed(1)} p99 ${times[990].toFixed(1)} ms\n`);
  await parts.engine.close(); await db.close();
});
