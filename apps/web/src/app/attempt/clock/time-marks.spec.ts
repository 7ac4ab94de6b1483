// Marks at which the time left is spoken.
import { passedMark, timeTone } from './time-marks';

describe('passedMark', () => {
  it('speaks when a mark is crossed and stays silent in between', () => {
    expect(passedMark(1801, 1800)).toBe(1800);
    expect(passedMark(1800, 1799)).toBeUndefined();
    expect(passedMark(900, 899)).toBeUndefined();
    expect(passedMark(60.4, 59.4)).toBe(60);
  });

  it('says the nearest mark alone after a jump', () => {
    expect(passedMark(2400, 250)).toBe(300);
  });

  it('is silent when time was given back', () => {
    expect(passedMark(200, 900)).toBeUndefined();
  });
});

describe('timeTone', () => {
  it('turns warm at five minutes and plain red in the last one', () => {
    expect([301, 300, 61, 60, 0].map(timeTone)).toEqual(['calm', 'hold', 'hold', 'stop', 'stop']);
  });
});
