// The marked quote is still the verbatim quote.
import { quoteParts } from './quote-parts';

describe('quoteParts', () => {
  it('marks the term in the case it was written in', () => {
    expect(quoteParts('Used cmsis-nn and CMSIS-NN kernels', 'CMSIS-NN')).toEqual([
      { text: 'Used ', marked: false },
      { text: 'cmsis-nn', marked: true },
      { text: ' and ', marked: false },
      { text: 'CMSIS-NN', marked: true },
      { text: ' kernels', marked: false },
    ]);
  });

  it('takes the term literally', () => {
    expect(quoteParts('C++ (not C)', 'C++ (').map((part) => part.text)).toEqual(['C++ (', 'not C)']);
  });

  it.each(['', '  ', 'absent'])('loses nothing for the term "%s"', (term) => {
    expect(quoteParts('Shipped to 12,000 units', term)).toEqual([{ text: 'Shipped to 12,000 units', marked: false }]);
  });
});
