// The marked quote is still the verbatim quote.
import { quoteParts } from './quote-parts';

const marks = (quote: string, terms: string[]): string[] =>
  quoteParts(quote, terms)
    .filter((part) => part.marked)
    .map((part) => part.text);

describe('quoteParts', () => {
  it('marks every occurrence and keeps what stands between', () => {
    expect(quoteParts('Used CMSIS-NN, then CMSIS-NN again', ['CMSIS-NN'])).toEqual([
      { text: 'Used ', marked: false },
      { text: 'CMSIS-NN', marked: true },
      { text: ', then ', marked: false },
      { text: 'CMSIS-NN', marked: true },
      { text: ' again', marked: false },
    ]);
  });

  it('marks whole words in the case they were written in', () => {
    expect(marks('Wrote C and C++ firmware with low latency', ['C'])).toEqual(['C']);
    expect(marks('Wrote C and C++ firmware with low latency', ['C++', 'C'])).toEqual(['C', 'C++']);
  });

  it('marks several terms of one quote, the longer where they overlap', () => {
    expect(
      marks('Quantised YOLOv5 with post-training quantisation', [
        'quantisation',
        'post-training quantisation',
        'Quantised',
      ]),
    ).toEqual(['Quantised', 'post-training quantisation']);
  });

  it('takes the term literally', () => {
    expect(quoteParts('C++ (not C)', ['C++ (not']).map((part) => part.text)).toEqual(['C++ (not', ' C)']);
  });

  it.each([[[]], [['  ']], [['absent']]])('loses nothing for the terms %j', (terms) => {
    expect(quoteParts('Shipped to 12,000 units', terms)).toEqual([{ text: 'Shipped to 12,000 units', marked: false }]);
  });
});
