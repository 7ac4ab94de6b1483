// `demo`: fills an empty database with one believable company.
import { parseArgs } from 'node:util';
import { demoSignIns } from '@bringup/identity';
import { DomainError, readConfig } from '@bringup/platform';
import type { Command, Output } from '../command';
import { DemoCompany } from '../demo/company';
import { fillDemo } from '../demo/fill-demo';
import { withDatabase } from '../serve/database';

const usage = `Usage: demo [--if-empty] [--json]
  Fills the database (DATABASE_URL, else the embedded one) with a demo company: staff, requisitions, applications, assessments, interviews, decisions.
  --if-empty  do nothing, and succeed, when the database is not empty`;

export const command: Command = {
  name: 'demo',
  summary: 'fills an empty database with one believable company',
  usage,
  run: async (args, output) => {
    const { values } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, 'if-empty': { type: 'boolean', default: false } },
    });
    return withDatabase(async (url) => fill(url, { json: values.json, ifEmpty: values['if-empty'] }, output));
  },
};

async function fill(url: string, options: { json: boolean; ifEmpty: boolean }, output: Output): Promise<number> {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const company = await DemoCompany.open(readConfig({ ...process.env, DATABASE_URL: url }), new Date(started));
  try {
    if (!(await company.isEmpty())) {
      if (options.ifEmpty) return 0;
      throw new DomainError(
        'database-not-empty',
        'The database is not empty, and the demo never mixes with real data. Point DATABASE_URL at an empty one, or use --if-empty to leave this one as it is.',
      );
    }
    await fillDemo(company, (what) => output.log(`${seconds().toFixed(1).padStart(6)} s  ${what}`));
    const signIns = demoSignIns().map(({ name, email, role }) => ({ name, email, role }));
    if (options.json) output.json({ filled: true, seconds: seconds(), signIns });
    else output.text(`The demo company is in. Sign in as ${signIns[0]?.email ?? ''} with the password bringup-demo.`);
    return 0;
  } finally {
    await company.close();
  }
}
