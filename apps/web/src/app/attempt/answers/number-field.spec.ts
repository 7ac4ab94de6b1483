// The page reads a number exactly as the grader does: the same table of spellings, through the drawn field.
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { accepted } from '../../../../../../test/quantities/accepted';
import { refused } from '../../../../../../test/quantities/refused';
import type { AnswerField } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { NumberField } from './number-field';

const field = (unit: string): AnswerField => ({
  ...{ name: 'x', label: 'The value', type: 'number', points: 4 },
  ...{ unit: unit === '' ? null : unit, significantDigits: 4, options: [] },
});

describe('bu-number-field', () => {
  let drawn: ComponentFixture<NumberField>;
  const page = () => drawn.nativeElement as HTMLElement;
  const input = () => page().querySelector('input')!;
  const words = () => page().querySelector('.reads')!.textContent.trim();

  beforeEach(() => {
    jest.useFakeTimers();
    drawn = TestBed.createComponent(NumberField);
    // What is typed goes to the sheet and comes back as the value.
    drawn.componentInstance.edited.subscribe((text) => drawn.componentRef.setInput('value', text));
    show('');
  });
  afterEach(() => jest.useRealTimers());

  function show(unit: string): void {
    drawn.componentRef.setInput('field', field(unit));
    drawn.detectChanges();
  }
  function type(text: string): void {
    input().value = text;
    input().dispatchEvent(new Event('input'));
    drawn.detectChanges();
  }
  function leave(): void {
    input().dispatchEvent(new Event('blur'));
    drawn.detectChanges();
  }

  it.each(accepted)('reads %j in %j back while it is typed', (text, unit, _value, sentence) => {
    show(unit);
    type(text);
    expect(words()).toBe(sentence);
    expect(input().getAttribute('aria-invalid')).toBeNull();
  });

  it.each(refused)('refuses %.80j in %j in the words of the grader, and keeps it', (text, unit, sentence) => {
    show(unit);
    const kept = jest.fn();
    drawn.componentInstance.edited.subscribe(kept);
    type(text);
    expect(words()).toBe('');
    leave();
    // An empty field says nothing: nothing was given yet.
    expect(words()).toBe(text.trim() === '' ? '' : sentence);
    expect(input().getAttribute('aria-invalid')).toBe(text.trim() === '' ? null : 'true');
    expect(kept).toHaveBeenLastCalledWith(input().value);
  });

  it('does not hold fewer digits than asked against a value', () => {
    type('0.992');
    leave();
    expect(words()).toBe('Read as 0.992.');
  });

  it('speaks after a pause, politely, and once for what was typed in between', () => {
    const say = jest.spyOn(TestBed.inject(Announcer), 'say');
    show('d');
    for (const text of ['2', '20', '20.16', '20.16 days']) {
      type(text);
      TestBed.tick();
      jest.advanceTimersByTime(200);
    }
    expect(say).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1000);
    expect(say.mock.calls).toEqual([['Read as 20.16 d.']]);
  });

  it('is silent about what was there when the page opened', () => {
    const say = jest.spyOn(TestBed.inject(Announcer), 'say');
    drawn.componentRef.setInput('value', '5');
    drawn.detectChanges();
    jest.advanceTimersByTime(5000);
    expect(words()).toBe('Read as 5.');
    expect(say).not.toHaveBeenCalled();
  });
});
