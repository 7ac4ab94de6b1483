// Every hostile answer gets the verdict that the corpus names, and after each one the pool still grades a good answer.
import { type Sandbox } from '../../libs/grading/sandbox/sandbox';
import { startSandbox } from '../../libs/grading/sandbox/start-sandbox';
import { attack, corpus, good, grade } from './corpus';

describe('hostile answers', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    // No cache: the good answer must be compiled and run anew each time.
    sandbox = await startSandbox({ cache: false });
  }, 60_000);
  afterAll(() => sandbox.close());

  it.each(corpus('c').map((entry) => [entry.name, entry] as const))(
    'C: %s',
    async (_, { verdict, source }) => {
      const graded = await grade(sandbox, source);
      expect(graded).toMatchObject({ status: verdict });
      expect(graded.text).not.toMatch(
        /root:|\/work\/|\/workspace|YoWASP|candidate\.o|include\/|node_modules|at .*\.js:/,
      );
      expect(graded.text).not.toMatch(/(?![\t\n])\p{Cc}/u);
      expect(await grade(sandbox, good)).toMatchObject({ status: 'accepted' });
    },
    120_000,
  );

  it('C: a megabyte of source', async () => {
    const line = '// a comment that is as long as a line of a program usually is, more or less\n';
    expect(await grade(sandbox, line.repeat(14_000) + good)).toMatchObject({ status: 'compile-error' });
    expect(await grade(sandbox, good)).toMatchObject({ status: 'accepted' });
  }, 60_000);
});

describe('hostile code of a task', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    // A guard is all that ends an endless loop; a quarter of it shows the same and sooner.
    sandbox = await startSandbox({ cache: false, guardScale: 0.25 });
  }, 60_000);
  afterAll(() => sandbox.close());

  it.each(corpus('javascript').map((entry) => [entry.name, entry] as const))(
    'JavaScript: %s',
    async (_, { verdict, source }) => {
      const result = await attack(sandbox, source);
      expect(result).toMatchObject({ status: verdict });
      if (result.status === 'ok') expect(result.value).toBe('held');
      expect(await grade(sandbox, good)).toMatchObject({ status: 'accepted' });
    },
    120_000,
  );
});
