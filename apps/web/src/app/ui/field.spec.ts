// A field and its control find each other: label, hint, error, and the word "optional".
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Field, InputControl } from './field';

@Component({
  selector: 'bu-form-under-test',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, InputControl, ReactiveFormsModule],
  template: `
    <form [formGroup]="form">
      <bu-field label="Title" hint="As candidates read it."><input buInput formControlName="title" /></bu-field>
      <bu-field label="Note"><textarea buInput formControlName="note"></textarea></bu-field>
    </form>
  `,
})
class FormUnderTest {
  readonly form = new FormGroup({ title: new FormControl('', Validators.required), note: new FormControl('') });
}

async function render() {
  const fixture = TestBed.createComponent(FormUnderTest);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { fixture, page, form: fixture.componentInstance.form, input: page.querySelector('input')! };
}

describe('bu-field', () => {
  it('names its control and describes it with the hint', async () => {
    const { page, input } = await render();
    const label = page.querySelector('label')!;
    expect(label.getAttribute('for')).toBe(input.id);
    expect(page.querySelector(`#${input.getAttribute('aria-describedby')}`)?.textContent).toContain(
      'As candidates read it.',
    );
  });

  it('says "optional" of what is optional alone', async () => {
    const { page, input } = await render();
    const [title, note] = [...page.querySelectorAll('label')].map((label) => label.textContent);
    expect(title).not.toContain('optional');
    expect(input.getAttribute('aria-required')).toBe('true');
    expect(note).toContain('optional');
  });

  it('waits with an error until the control was touched, then ties it to the control', async () => {
    const { fixture, page, form, input } = await render();
    expect(page.querySelector('.error')).toBeNull();
    form.markAllAsTouched();
    await fixture.whenStable();
    const error = page.querySelector('.error')!;
    expect(error.textContent).toBe('Please fill this in.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')?.split(' ')).toContain(error.id);
  });

  it('shows what the server said, until the value changes', async () => {
    const { fixture, page, form } = await render();
    form.controls.note.setErrors({ server: 'Too late for a note.' });
    form.controls.note.markAsTouched();
    await fixture.whenStable();
    expect(page.querySelector('.error')?.textContent).toBe('Too late for a note.');
    form.controls.note.setValue('again');
    await fixture.whenStable();
    expect(page.querySelector('.error')).toBeNull();
  });
});
