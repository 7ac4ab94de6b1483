// The plans that ship with the role profiles cover every criterion and every duty.
import { assertSoundPlan, coverageOf, sameKit } from './kit';
import { defaultKits } from './default-plan';

const duties = Array.from({ length: 10 }, (_, index) => `D${index + 1}`);

describe.each(['edge-ai-engineer', 'embedded-ai-engineer'])('%s', (profile) => {
  it.each(['junior', 'mid', 'senior'])('is sound at %s level', (level) => {
    expect(() => assertSoundPlan(defaultKits(profile, level))).not.toThrow();
  });

  it('leaves no criterion to chance', () => {
    expect(coverageOf(defaultKits(profile, 'mid'), new Set()).filter((row) => row.kits.length === 0)).toEqual([]);
  });

  it('speaks to every duty', () => {
    const purposes = defaultKits(profile, 'mid')
      .map((kit) => kit.purpose)
      .join(' ');
    expect(duties.filter((duty) => !new RegExp(`\\b${duty}\\b`).test(purposes))).toEqual([]);
  });

  it('says for every question what to listen for, strong and weak', () => {
    for (const question of defaultKits(profile, 'senior').flatMap((kit) => kit.questions))
      expect(question.listenFor).toMatch(/^Strong: .+ Weak: .+$/s);
  });

  it('asks seniors one question more in every interview', () => {
    const counts = (level: string) => defaultKits(profile, level).map((kit) => kit.questions.length);
    expect(counts('senior')).toEqual(counts('mid').map((count) => count + 1));
  });
});

it('tells a changed kit from one that only lists its focus in another order', () => {
  const [kit] = defaultKits('edge-ai-engineer', 'mid');
  expect(sameKit(kit, { ...kit, focus: [...kit.focus].reverse() })).toBe(true);
  expect(sameKit(kit, { ...kit, minutes: 30 })).toBe(false);
});

it('refuses an empty plan, two kits of one name, and a kit without a focus', () => {
  const [kit] = defaultKits('edge-ai-engineer', 'mid');
  expect(() => assertSoundPlan([])).toThrow(expect.objectContaining({ code: 'interview-plan-empty' }) as Error);
  expect(() => assertSoundPlan([kit, { ...kit, title: ` ${kit.title.toUpperCase()}` }])).toThrow(
    expect.objectContaining({ code: 'kit-title-taken' }) as Error,
  );
  expect(() => assertSoundPlan([{ ...kit, focus: [] }])).toThrow(
    expect.objectContaining({ code: 'kit-without-focus' }) as Error,
  );
});
