// `people`: the staff who may sign in; how the first administrator of a fresh installation is made.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createUser, identityEntities, listPeople, type Role, roles } from '@bringup/identity';
import { dataSourceOptions, systemActor, SystemClock, UnitOfWork } from '@bringup/platform';
import { DataSource } from 'typeorm';
import { type Command, type Output, UsageError } from '../command';
import { withDatabase } from '../serve/database';

const usage = `Usage: people list [--json]
       people add --email ADDRESS --name NAME --role ROLE [--role ROLE] [--time-zone Europe/Oslo] [--json]
  ROLE is one of ${roles.join(', ')}. The password is made here and shown once; BRINGUP_PASSWORD sets another.`;

interface Wanted {
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly timeZone: string;
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

function wantedPerson(values: { email?: string; name?: string; role?: string[]; 'time-zone': string }): Wanted {
  const { email, name, role = [] } = values;
  if (!email?.includes('@')) throw new UsageError('Give the e-mail address: --email somebody@example.org');
  if (!name?.trim()) throw new UsageError('Give the name: --name "Ada Example"');
  const unknown = role.find((text) => !isRole(text));
  if (role.length === 0 || unknown !== undefined) throw new UsageError(`Give --role, one of ${roles.join(', ')}.`);
  return { email, name: name.trim(), roles: role.filter(isRole), timeZone: values['time-zone'] };
}

async function withStaff<T>(use: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  return withDatabase(async (url) => {
    const dataSource = await new DataSource(dataSourceOptions(url, identityEntities)).initialize();
    try {
      return await use(new UnitOfWork(dataSource, new SystemClock()));
    } finally {
      await dataSource.destroy();
    }
  });
}

async function list(unitOfWork: UnitOfWork, json: boolean, output: Output): Promise<number> {
  const people = await listPeople(unitOfWork.reader);
  if (json) output.json(people.map(({ name, email, roles: held }) => ({ name, email, roles: held })));
  else
    for (const person of people) output.text(`${person.email.padEnd(36)} ${person.name}, ${person.roles.join(', ')}`);
  return 0;
}

async function add(unitOfWork: UnitOfWork, person: Wanted, json: boolean, output: Output): Promise<number> {
  const given = process.env['BRINGUP_PASSWORD'];
  const password = given ?? randomBytes(15).toString('base64url');
  const { id } = await unitOfWork.run(systemActor, (work) => createUser(work, { ...person, password }));
  // A password that was given is not repeated on the screen.
  const shown = given === undefined ? password : null;
  if (json) output.json({ id, email: person.email, roles: person.roles, password: shown });
  else output.text(`${person.name} may sign in as ${person.email}${shown === null ? '.' : `, password ${shown}`}`);
  return 0;
}

export const command: Command = {
  name: 'people',
  summary: 'lists the staff who may sign in, or adds one (the first administrator, for example)',
  usage,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        'time-zone': { type: 'string', default: 'UTC' },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb] = positionals;
    if (verb === 'list') return withStaff((unitOfWork) => list(unitOfWork, values.json, output));
    if (verb !== 'add') throw new UsageError('Say what to do: people list, or people add.');
    const person = wantedPerson(values);
    return withStaff((unitOfWork) => add(unitOfWork, person, values.json, output));
  },
};
