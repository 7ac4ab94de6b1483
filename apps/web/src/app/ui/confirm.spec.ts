// The question is asked with its reason, answered with it, and may be stepped back from.
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Confirm, type Confirmation, type Question } from './confirm';

const question: Question = {
  title: 'Reject Amara Okafor',
  sentence: 'The candidate is told by mail.',
  action: 'Reject',
  reason: { label: 'Reason for the record', required: true, minimum: 10 },
};

describe('Confirm', () => {
  async function ask(asked: Question) {
    let answer: Confirmation | undefined | 'open' = 'open';
    void TestBed.inject(Confirm)
      .ask(asked)
      .then((given) => (answer = given));
    // The dialog's code arrives by a dynamic import.
    for (let turn = 0; turn < 50 && !document.querySelector('bu-confirm-dialog'); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const settle = async () => {
      await TestBed.inject(ApplicationRef).whenStable();
      await new Promise((resolve) => setTimeout(resolve));
    };
    await settle();
    const dialog = document.querySelector('bu-confirm-dialog')!;
    return {
      dialog,
      container: dialog.closest('[role=dialog]')!,
      answer: () => answer,
      press: async (label: string) => {
        [...dialog.querySelectorAll('button')].find((button) => button.textContent.trim() === label)?.click();
        await settle();
      },
      write: (text: string) => {
        const box = dialog.querySelector('textarea')!;
        box.value = text;
        box.dispatchEvent(new Event('input'));
      },
    };
  }

  it('is a named dialog that says what will happen', async () => {
    const { dialog, container } = await ask(question);
    expect(dialog.querySelector(`#${container.getAttribute('aria-labelledby')}`)?.textContent).toBe(
      'Reject Amara Okafor',
    );
    expect(dialog.textContent).toContain('The candidate is told by mail.');
  });

  it('stays open without a reason long enough, then answers with it', async () => {
    const asked = await ask(question);
    asked.write('Too short');
    await asked.press('Reject');
    expect(asked.answer()).toBe('open');
    expect(asked.dialog.querySelector('.error')?.textContent).toContain('at least 10');
    asked.write('  No evidence for Q2.  ');
    await asked.press('Reject');
    expect(asked.answer()).toEqual({ reason: 'No evidence for Q2.', choice: '' });
  });

  it('answers nothing when stepped back from', async () => {
    const asked = await ask({ title: 'Publish', sentence: 'It becomes public.', action: 'Publish' });
    await asked.press('Go back');
    expect(asked.answer()).toBeUndefined();
  });
});
