// A sentence with several terms is shown once, and nothing is lost.
import { groupedQuotes } from './grouped-quotes';

const quote = { document: 'a', start: 10, end: 40, quote: 'Quantised a detector to INT8.' };

describe('groupedQuotes', () => {
  it('joins the terms of one quote and keeps the order of quotes', () => {
    const other = { document: 'a', start: 50, end: 60, quote: 'Pruned it.', term: 'Pruned' };
    const grouped = groupedQuotes([{ ...quote, term: 'Quantised' }, other, { ...quote, term: 'INT8' }]);
    expect(grouped.map(({ start, terms }) => [start, terms])).toEqual([
      [10, ['Quantised', 'INT8']],
      [50, ['Pruned']],
    ]);
  });

  it('keeps equal places of different documents apart', () => {
    expect(
      groupedQuotes([
        { ...quote, term: 'INT8' },
        { ...quote, document: 'b', term: 'INT8' },
      ]),
    ).toHaveLength(2);
  });
});
