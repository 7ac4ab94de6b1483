// The demo company while it is being filled: its people, and writes that happen at moments in its past.
import {
  closeAttemptAtDeadline,
  attemptDeadline,
  attemptsEntities,
  invitationCreated,
  prepareInvitation,
  TaskDesk,
} from '@bringup/attempts';
import { candidatesEntities } from '@bringup/candidates';
import { createUser, demoCompanyStaff, identityEntities } from '@bringup/identity';
import { panelsEntities } from '@bringup/panels';
import {
  type Config,
  dataSourceOptions,
  DomainError,
  OutboxDispatcher,
  OutboxHandlers,
  SettableClock,
  systemActor,
  UnitOfWork,
  type UserActor,
  type Work,
} from '@bringup/platform';
import { applicationReceived, requisitionsEntities } from '@bringup/requisitions';
import { readReceivedApplication, rubricEntities } from '@bringup/rubric';
import { DataSource } from 'typeorm';

const entities = [
  ...identityEntities,
  ...candidatesEntities,
  ...requisitionsEntities,
  ...rubricEntities,
  ...attemptsEntities,
  ...panelsEntities,
];

export type First = 'ingrid' | 'tomas' | 'priya' | 'jonas' | 'amara' | 'kenji';

export class DemoCompany {
  private readonly people = new Map<string, UserActor>();

  private constructor(
    readonly dataSource: DataSource,
    readonly desk: TaskDesk,
    /** The moment of filling; everything else lies before it, or in the calendar after it. */
    readonly now: Date,
  ) {}

  /** Connects; call `close` whatever happens. */
  static async open(
    config: Pick<Config, 'databaseUrl' | 'tasksFolder' | 'cacheFolder'>,
    now: Date,
  ): Promise<DemoCompany> {
    const desk = await TaskDesk.open(config);
    const dataSource = await new DataSource(dataSourceOptions(config.databaseUrl, entities)).initialize();
    return new DemoCompany(dataSource, desk, now);
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.dataSource.destroy();
  }

  /** True while nobody works here: no staff, no requisition, no candidate. */
  async isEmpty(): Promise<boolean> {
    const [{ empty }] = await this.dataSource.query<[{ empty: boolean }]>(
      'SELECT NOT (EXISTS (SELECT 1 FROM user_account) OR EXISTS (SELECT 1 FROM requisition) OR EXISTS (SELECT 1 FROM candidate)) AS empty',
    );
    return empty;
  }

  async hireStaff(when: Date): Promise<void> {
    await this.at(when).run(systemActor, async (work) => {
      for (const person of demoCompanyStaff()) {
        const { id } = await createUser(work, person);
        this.people.set(person.email.split('@')[0] ?? '', { kind: 'user', id, name: person.name, roles: person.roles });
      }
    });
  }

  /** One of the staff. @throws DomainError `demo-person-missing` when the sign-ins no longer name them */
  person(first: First): UserActor {
    const actor = this.people.get(first);
    if (!actor) throw new DomainError('demo-person-missing', `The demo needs "${first}" among its sign-ins.`);
    return actor;
  }

  /** Units of work whose clock stands at this moment. */
  at(when: Date): UnitOfWork {
    return new UnitOfWork(this.dataSource, new SettableClock(when));
  }

  async run<T>(first: First, when: Date, write: (work: Work) => Promise<T>): Promise<T> {
    return this.at(when).run(this.person(first), write);
  }

  /**
   * Does, at this moment of the past, the work that a worker would do: the rows of one topic whose payload names the subject.
   * @throws DomainError `demo-work-failed`
   */
  async doWork(topic: 'application.received' | 'invitation.created', subjectId: string, when: Date): Promise<void> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM outbox WHERE topic = $1 AND $2 IN (SELECT value FROM jsonb_each_text(payload)) AND done_at IS NULL`,
      [topic, subjectId],
    );
    const dispatcher = new OutboxDispatcher(this.dataSource, new SettableClock(when), await this.handlers());
    for (const { id } of rows) {
      const row = await dispatcher.leaseOne(id);
      if (row) await dispatcher.deliver(row);
      const [after] = await this.dataSource.query<{ done_at: Date | null; last_error: string | null }[]>(
        'SELECT done_at, last_error FROM outbox WHERE id = $1',
        [id],
      );
      if (!after?.done_at)
        throw new DomainError('demo-work-failed', `${topic} failed: ${after?.last_error ?? 'no reason given'}`);
    }
  }

  private async handlers(): Promise<OutboxHandlers> {
    const { desk, dataSource } = this;
    return new OutboxHandlers()
      .register(applicationReceived, readReceivedApplication)
      .register(attemptDeadline, closeAttemptAtDeadline)
      .register(invitationCreated, async (job) =>
        prepareInvitation({ reader: dataSource.manager, engine: await desk.engine() }, job),
      );
  }
}
