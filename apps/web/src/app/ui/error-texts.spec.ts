// A form control's error is told in a sentence.
import { FormControl, Validators } from '@angular/forms';
import { errorText } from './error-texts';

describe('errorText', () => {
  it('is empty for a control without errors', () => expect(errorText(null)).toBe(''));

  it('names the bound that was passed', () => {
    expect(errorText(new FormControl(0, Validators.min(1)).errors)).toBe('Must be 1 or more.');
    expect(errorText(new FormControl('abc', Validators.minLength(20)).errors)).toBe(
      'Write at least 20 characters; there are 3.',
    );
  });

  it('passes on the sentence of a validator of our own, or of the server', () => {
    expect(errorText({ server: 'That address is taken.' })).toBe('That address is taken.');
  });

  it('never shows a bare key', () => expect(errorText({ odd: true })).toBe('This value cannot be accepted.'));
});
