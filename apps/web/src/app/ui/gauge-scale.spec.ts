// A gauge says exactly what it draws.
import { amountText, gaugeReading } from './gauge-scale';

const plain = (text: string): string => text.replace(/\u00A0/g, ' ');

describe('gaugeReading', () => {
  it('puts the limit at four fifths and everything else in proportion', () => {
    const reading = gaugeReading(512, 1024, 2048, 'B');
    expect(reading).toMatchObject({ fill: 20, fullMark: 40, limitMark: 80, state: 'within' });
    expect(plain(reading.text)).toBe('512 B used of 1,024 B, within the budget');
  });

  it('is within at exactly the budget, and one more is not', () => {
    expect(gaugeReading(1024, 1024, 2048, 'B').state).toBe('within');
    const above = gaugeReading(1025, 1024, 2048, 'B');
    expect(above.state).toBe('between');
    expect(plain(above.text)).toBe('1,025 B used, 1 B over the budget of 1,024 B, under the limit of 2,048 B');
  });

  it('is not over at exactly the limit, and never draws beyond its end', () => {
    expect(gaugeReading(2048, 1024, 2048, 'B').state).toBe('between');
    const over = gaugeReading(900_000, 1024, 2048, 'B');
    expect(over).toMatchObject({ state: 'over', fill: 100 });
    expect(plain(over.text)).toBe('900,000 B (878.9 KiB) used, over the limit of 2,048 B');
  });

  it('knows a budget whose limit is the budget', () => {
    expect(plain(gaugeReading(120, 100, 100, 'instructions').text)).toBe(
      '120 instructions used, 20 instructions over the budget of 100 instructions',
    );
  });

  it('survives a budget of nothing', () => {
    expect(gaugeReading(0, 0, 0, 'B')).toMatchObject({ fill: 0, state: 'within' });
    expect(gaugeReading(1, 0, 0, 'B')).toMatchObject({ fill: 100, state: 'over' });
  });
});

describe('amountText', () => {
  it('gives binary units beside large byte counts alone', () => {
    expect(plain(amountText(10_239, 'B'))).toBe('10,239 B');
    expect(plain(amountText(20_480, 'B'))).toBe('20,480 B (20 KiB)');
    expect(plain(amountText(20_480, 'instructions'))).toBe('20,480 instructions');
  });
});
