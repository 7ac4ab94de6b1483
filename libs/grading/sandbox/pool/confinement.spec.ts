// What code in a child process can reach, tried from inside one: a script that attempts it all and reports.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { probeConfinement } from './confinement';

const attempts = `
const fs = require('node:fs'), net = require('node:net');
const attempt = (work) => { try { return work() ?? 'done'; } catch (error) { return 'refused: ' + (error.code ?? error.message); } };
const id = process.argv.find((text) => text.startsWith('--user='));
if (id && process.getuid() === 0) { const n = Number(id.slice(7)); process.setgroups([]); process.setgid(n); process.setuid(n); }
const report = {
  environment: Object.keys(process.env),
  user: process.getuid(),
  niceness: require('node:os').getPriority(),
  passwd: attempt(() => fs.readFileSync('/etc/passwd', 'utf8')),
  project: attempt(() => fs.readFileSync(process.argv[3], 'utf8')),
  write: attempt(() => fs.writeFileSync('/tmp/bringup-escape', 'x')),
  spawn: attempt(() => require('node:child_process').execFileSync('/bin/sh', ['-c', 'id']).toString()),
  worker: attempt(() => { new (require('node:worker_threads').Worker)('1', { eval: true }); }),
  back: attempt(() => process.setuid(0)),
};
const socket = net.connect(Number(process.argv[2]), '127.0.0.1');
const finish = (network) => { console.log(JSON.stringify({ ...report, network })); process.exit(0); };
socket.on('connect', () => finish('done'));
socket.on('error', (error) => finish('refused: ' + error.code));
`;

interface Report {
  environment: string[];
  user: number;
  niceness: number;
  passwd: string;
  project: string;
  write: string;
  spawn: string;
  worker: string;
  back: string;
  network: string;
}

describe('the walls around a child', () => {
  let folder: string;
  let server: Server;
  let port: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bringup-walls-'));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'attempts.js'), attempts);
    server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  async function report(wrappers: boolean): Promise<{ report: Report; level: string }> {
    const confinement = await probeConfinement(wrappers);
    const { file, args } = confinement.command({
      script: join(folder, 'attempts.js'),
      args: [port, __filename],
      nodeFlags: [],
      reads: [folder],
      nativeAddons: false,
      dataBytes: 2 ** 31,
      lifeSeconds: 900,
    });
    const { stdout } = await promisify(execFile)(file, args, { env: {}, cwd: '/' });
    return { report: JSON.parse(stdout) as Report, level: confinement.level };
  }

  it.each([true, false])('hide files, environment, users and processes (wrappers: %s)', async (wrappers) => {
    const { report: found, level } = await report(wrappers);
    expect(found.environment.filter((name) => name !== 'PWD')).toEqual([]);
    for (const what of ['passwd', 'project', 'write', 'spawn', 'worker'] as const)
      expect([what, found[what]]).toEqual([what, expect.stringMatching(/^refused/)]);
    if (process.getuid?.() === 0) {
      expect(found.user).toBe(64999);
      expect(found.back).toMatch(/^refused/);
    }
    expect(level).toMatch(/permission model/);
  });

  it('leave the processors to others first where they are short', async () => {
    const { report: found } = await report(true);
    expect(found.niceness).toBe(Math.min(19, getPriority() + 10));
  });

  it('cut the network off where the host has bubblewrap', async () => {
    const { report: found, level } = await report(true);
    if (level.includes('bubblewrap')) expect(found.network).toMatch(/^refused/);
    else expect(level).not.toMatch(/bubblewrap/);
  });
});
