// What changed between reading a page and opening its stream is heard all the same.
import { LiveEvents } from './live-events';
import type { NotificationListener } from './notification-listener';

describe('live events', () => {
  let tell: (subject: string) => void;
  let live: LiveEvents;
  let now = 0;

  beforeEach(async () => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const listener = {
      subscribe: (_: string, heard: (subject: string) => void) => {
        tell = heard;
        return Promise.resolve(() => undefined);
      },
    };
    live = new LiveEvents(listener as unknown as NotificationListener);
    await live.onModuleInit();
  });
  afterEach(() => {
    live.onModuleDestroy();
    jest.restoreAllMocks();
  });

  function heardFrom(wanted: (subject: string) => boolean): string[] {
    const heard: string[] = [];
    live.changes(wanted).subscribe((subject) => heard.push(subject));
    return heard;
  }

  it('begin with what changed in the last five seconds, once each, and go on with what changes', () => {
    tell('a:old');
    now += 1;
    tell('a:twice');
    tell('a:1');
    tell('b:1');
    tell('a:twice');
    now += 5000;
    const heard = heardFrom((subject) => subject.startsWith('a:'));
    expect(heard).toEqual(['a:1', 'a:twice']);
    tell('b:2');
    tell('a:2');
    expect(heard).toEqual(['a:1', 'a:twice', 'a:2']);
  });

  it('are asked anew by everybody who listens', () => {
    const early = heardFrom(() => true);
    tell('a:1');
    const late = heardFrom(() => true);
    now += 5001;
    expect([early, late, heardFrom(() => true)]).toEqual([['a:1'], ['a:1'], []]);
  });
});
