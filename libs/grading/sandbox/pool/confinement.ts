// The walls around a child process: what the host offers is probed once at start, and the strongest combination is used.
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

/** The user and group that a root process becomes: a number of our own, so that nothing else on the host belongs to it. */
const ownUser = 64999;

export interface ChildNeeds {
  /** Compiled entry file of the child. */
  readonly script: string;
  readonly args: readonly string[];
  readonly nodeFlags: readonly string[];
  /** Folders and files that it reads while it starts. */
  readonly reads: readonly string[];
  readonly nativeAddons: boolean;
  /** Bytes of private memory (RLIMIT_DATA) above which the host refuses more. */
  readonly dataBytes: number;
  /** Seconds of processor time of its whole life; a child that lost its parent in an endless loop ends at last. */
  readonly lifeSeconds: number;
}

export interface Confinement {
  /** For administrators, strongest wall first. */
  readonly level: string;
  command(needs: ChildNeeds): { file: string; args: string[] };
}

function succeeds(file: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(file, args, { timeout: 5000, env: {} }, (error) => resolve(error === null));
  });
}

/** Node alone is bound into the bubble with the libraries it is linked to; nothing else of the host is there. */
function bubbleArguments(isRoot: boolean, reads: readonly string[]): string[] {
  const namespaces = isRoot
    ? [
        '--unshare-pid',
        '--unshare-net',
        '--unshare-ipc',
        '--unshare-uts',
        '--unshare-cgroup-try',
        '--cap-drop',
        'ALL',
        '--cap-add',
        'CAP_SETUID',
        '--cap-add',
        'CAP_SETGID',
        '--cap-add',
        'CAP_DAC_READ_SEARCH',
      ]
    : ['--unshare-all', '--cap-drop', 'ALL'];
  const libraries = ['/usr/lib', '/usr/lib64', '/lib', '/lib64', '/etc/ld.so.cache'].flatMap((path) => [
    '--ro-bind-try',
    path,
    path,
  ]);
  const own = [process.execPath, ...reads].flatMap((path) => ['--ro-bind-try', path, path]);
  return [
    '--die-with-parent',
    '--new-session',
    '--clearenv',
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    ...namespaces,
    ...libraries,
    ...own,
    '--',
  ];
}

/** Where processors are short, saving a draft and handing in go before compiling and grading: about a tenth of the share of others. */
const niceness = 10;

function limitArguments({ dataBytes, lifeSeconds }: Pick<ChildNeeds, 'dataBytes' | 'lifeSeconds'>): string[] {
  return [
    `--data=${Math.ceil(dataBytes)}`,
    `--cpu=${Math.ceil(lifeSeconds)}`,
    '--core=0',
    '--fsize=0',
    '--nofile=64',
    '--memlock=0',
  ];
}

function nodeArguments(needs: ChildNeeds, isRoot: boolean): string[] {
  const reads = needs.reads.map((path) => `--allow-fs-read=${path}`);
  const permission = ['--permission', ...reads, ...(needs.nativeAddons ? ['--allow-addons'] : [])];
  return [
    ...permission,
    '--disable-warning=SecurityWarning',
    ...needs.nodeFlags,
    needs.script,
    ...needs.args,
    ...(isRoot ? [`--user=${ownUser}`] : []),
  ];
}

/**
 * Finds out which walls this host has; takes a few hundred milliseconds at most.
 * @param wrappers false: does as if the host had neither bubblewrap nor prlimit nor nice
 */
export async function probeConfinement(wrappers = true): Promise<Confinement> {
  const isRoot = process.getuid?.() === 0;
  const node = process.execPath;
  const isLinux = wrappers && process.platform === 'linux';
  const [hasBubble, hasLimits, hasNice] = await Promise.all([
    isLinux && succeeds('bwrap', [...bubbleArguments(isRoot, [dirname(node)]), node, '--version']),
    isLinux && succeeds('prlimit', [...limitArguments({ dataBytes: 2 ** 31, lifeSeconds: 900 }), node, '--version']),
    wrappers && succeeds('nice', ['-n', String(niceness), node, '--version']),
  ]);
  const level = [
    ...(hasBubble ? ['bubblewrap'] : []),
    ...(isRoot ? ['own user'] : []),
    ...(hasLimits ? ['resource limits'] : []),
    'permission model',
    'isolate',
  ].join(' + ');
  return {
    level,
    command: (needs) => {
      const words = [
        ...(hasNice ? ['nice', '-n', String(niceness)] : []),
        ...(hasLimits ? ['prlimit', ...limitArguments(needs)] : []),
        ...(hasBubble ? ['bwrap', ...bubbleArguments(isRoot, needs.reads)] : []),
        node,
        ...nodeArguments(needs, isRoot),
      ];
      return { file: words[0] ?? node, args: words.slice(1) };
    },
  };
}
