// Orders and moves.
import { inOrder, moved, orderText } from './reorder';

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

describe('inOrder', () => {
  it('shows the answered order', () => expect(orderText(inOrder(options, 'c, a,b'))).toBe('c,a,b'));

  it.each(['', 'a,b', 'a,b,b', 'a,b,x'])('falls back to the given order for %j', (answer) =>
    expect(orderText(inOrder(options, answer))).toBe('a,b,c'),
  );
});

describe('moved', () => {
  it('moves up and down', () => {
    expect(orderText(moved(options, 0, 2))).toBe('b,c,a');
    expect(orderText(moved(options, 2, 1))).toBe('a,c,b');
  });

  it('stays within the list', () => {
    expect(moved(options, 0, -1)).toBe(options);
    expect(moved(options, 2, 3)).toBe(options);
    expect(moved(options, 5, 0)).toBe(options);
  });
});
