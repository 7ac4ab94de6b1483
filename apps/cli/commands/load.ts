// `load`: many attempts at once on a throw-away installation of this machine: how long drafts wait, and whether anything is lost.
import { parseArgs } from 'node:util';
import type { Command } from '../command';
import { type LoadReport, runLoad } from '../load/run-load';
import { wholeNumber } from '../tasks/whole-number';

const usage = `Usage: load [--attempts N] [--seconds N] [--every N] [--rush N] [--deaths] [--json]
  --attempts N   attempts in progress at the same time (default 500)
  --seconds N    how long they save drafts (default 60)
  --every N      seconds between two drafts of one attempt (default 5)
  --rush N       seconds within which all hand in at the end (default 30)
  --deaths       kill the API, the worker and PostgreSQL in turn meanwhile
Starts a PostgreSQL, an API and a worker of its own on this machine and removes them afterwards.
Preparing 500 attempts takes some minutes. Exit code 1 when anything was lost, graded twice or not at all.`;

function text(report: LoadReport): string {
  const { clicks, drafts, draftsInRush, submissions, health, readBack, deaths, secondsToLastVerdict } = report;
  const line = (name: string, waits: LoadReport['drafts']): string =>
    `${name.padEnd(26)} p50 ${waits.p50} ms   p95 ${waits.p95} ms   p99 ${waits.p99} ms   most ${waits.most} ms   (n ${waits.count})`;
  return [
    line('Run, draft compiled ahead', clicks.compiledAhead),
    line('Run, new program', clicks.cold),
    line('drafts acknowledged', drafts),
    line('the same in the rush', draftsInRush),
    line('handed in', submissions),
    `${line('health', health)}, ${health.unanswered} unanswered`,
    ...(deaths
      ? [`killed                     api ${deaths.api}, worker ${deaths.worker}, postgres ${deaths.postgres}`]
      : []),
    `sent again                 ${report.repeats}; refused ${JSON.stringify(report.refused)}; events ${report.events}`,
    `last verdict               ${secondsToLastVerdict === null ? 'not in after 15 minutes' : `${secondsToLastVerdict.toFixed(1)} s after the last hand-in`}`,
    `read back                  ${readBack.acknowledged} acknowledged, ${readBack.lost} lost; ${readBack.submissions} submissions (${readBack.handedInOld} with an old draft), ${readBack.verdicts} verdicts, ${readBack.amiss} amiss`,
  ].join('\n');
}

export const command: Command = {
  name: 'load',
  summary: 'many attempts at once on a throw-away installation: waits, and nothing lost',
  usage,
  run: async (args, output) => {
    const { values } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        deaths: { type: 'boolean', default: false },
        attempts: { type: 'string', default: '500' },
        seconds: { type: 'string', default: '60' },
        every: { type: 'string', default: '5' },
        rush: { type: 'string', default: '30' },
      },
    });
    const report = await runLoad(
      {
        attempts: wholeNumber('--attempts', values.attempts, 1),
        seconds: wholeNumber('--seconds', values.seconds, 1),
        every: wholeNumber('--every', values.every, 1),
        rush: wholeNumber('--rush', values.rush, 1),
        deaths: values.deaths,
      },
      (line) => output.log(line),
    );
    if (values.json) output.json(report);
    else output.text(text(report));
    const { lost, amiss, handedInOld } = report.readBack;
    return lost + amiss + handedInOld === 0 && report.secondsToLastVerdict !== null ? 0 : 1;
  },
};
