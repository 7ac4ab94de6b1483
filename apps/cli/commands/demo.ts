// `demo`: fills an empty database with one believable company.
import { parseArgs } from 'node:util';
import { demoSignIns } from '@bringup/identity';
import { DomainError, readConfig } from '@bringup/platform';
import type { Command } from '../command';
import { DemoCompany } from '../demo/company';
import { fillDemo } from '../demo/fill-demo';

const usage = `Usage: demo [--if-empty] [--json]
  Fills the database of DATABASE_URL with a demo company: staff, requisitions, applications, assessments, interviews, decisions.
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
    const started = Date.now();
    const company = await DemoCompany.open(readConfig(process.env), new Date(started));
    try {
      if (!(await company.isEmpty())) {
        if (values['if-empty']) return 0;
        throw new DomainError(
          'database-not-empty',
          'The database is not empty, and the demo never mixes with real data. Point DATABASE_URL at an empty, migrated database, or use --if-empty to leave this one as it is.',
        );
      }
      await fillDemo(company, (what) =>
        output.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`),
      );
      const signIns = demoSignIns().map(({ name, email, role }) => ({ name, email, role }));
      if (values.json) output.json({ filled: true, seconds: (Date.now() - started) / 1000, signIns });
      else output.text(`The demo company is in. Sign in as ${signIns[0]?.email ?? ''} with the password bringup-demo.`);
      return 0;
    } finally {
      await company.close();
    }
  },
};
