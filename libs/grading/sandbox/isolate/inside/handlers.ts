// What a check has put behind the program's device functions and interrupts, and what its handlers threw.
import { type ProgramLayout } from '../../sandbox';
import { AuthorFault } from './faults';
import { type DeviceHandler, type InterruptHandler, type Value } from './target-program';

/** A device function was called that the check does not answer; whose fault that is depends on the other checks. */
export class UnansweredDevice extends Error {
  constructor(readonly device: string) {
    super(`The program called ${device}, which has nothing to do here.`);
  }
}

/** A handler had no value to give for what the program asked. */
export class NoAnswer extends Error {}

const never = -1;

export class Handlers {
  private readonly devices = new Map<string, DeviceHandler>();
  private armed: { step: number; readonly handler: InterruptHandler } | null = null;
  private thrown: { readonly error: unknown } | null = null;

  /** @param throwFault throws when the program has faulted in a call that a handler made */
  constructor(
    private readonly layout: Pick<ProgramLayout, 'devices' | 'interrupts'>,
    private readonly throwFault: () => void,
  ) {}

  device(name: string, handler: DeviceHandler): void {
    if (!this.layout.devices.some((device) => device.name === name))
      throw new AuthorFault(`the task has no device function "${name}": add it to devices in task.yaml`);
    if (typeof handler !== 'function') throw new AuthorFault(`t.device("${name}") needs a function that answers`);
    this.devices.set(name, handler);
  }

  arm(step: number, handler: InterruptHandler): void {
    if (!this.layout.interrupts) throw new AuthorFault('t.interrupt() needs "interrupts: true" in task.yaml');
    if (typeof handler !== 'function') throw new AuthorFault('t.interrupt() needs a function');
    if (!Number.isInteger(step) || step < 0)
      throw new RangeError(`t.interrupt() needs the number of a step, from 0, not ${step}`);
    this.armed = { step, handler };
  }

  armedStep(): number {
    return this.armed?.step ?? never;
  }

  disarm(): void {
    this.armed = null;
  }

  /** What a handler threw since the last time, so that it is not taken for a trap of the program. */
  takeThrown(): { readonly error: unknown } | null {
    const { thrown } = this;
    this.thrown = null;
    return thrown;
  }

  answer(name: string, args: Value[]): Value | undefined {
    return this.guard(() => {
      const handler = this.devices.get(name);
      if (!handler) throw new UnansweredDevice(name);
      return this.valueOf(name, handler(...args));
    });
  }

  /** Runs the handler of the interrupt; returns the step of the next one. */
  interrupt(): number {
    const { armed } = this;
    if (!armed) return never;
    const next = this.guard(armed.handler);
    this.armed =
      typeof next === 'number' && Number.isInteger(next) && next > armed.step ? { ...armed, step: next } : null;
    return this.armedStep();
  }

  private guard<T>(run: () => T): T {
    try {
      const value = run();
      this.throwFault();
      return value;
    } catch (error) {
      this.thrown = { error };
      throw error;
    }
  }

  private valueOf(name: string, value: unknown): Value | undefined {
    const type = this.layout.devices.find((device) => device.name === name)?.results[0];
    if (type === undefined) return undefined;
    if (typeof value === 'boolean') return this.valueOf(name, Number(value));
    if (typeof value !== 'number' && typeof value !== 'bigint') throw new NoAnswer(name);
    if (type !== 'i64') return Number(value);
    return typeof value === 'bigint' ? value : BigInt(Number.isFinite(value) ? Math.trunc(value) : 0);
  }
}
