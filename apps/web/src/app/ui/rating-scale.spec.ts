// The scale is a group of radio buttons with written anchors, and 0 is a rating.
import { TestBed } from '@angular/core/testing';
import { RatingScale } from './rating-scale';

const anchors = ['No evidence', 'Coursework', 'Guided', 'Shipped', 'Owned'];

async function render(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(RatingScale);
  for (const [name, value] of Object.entries({ legend: 'Embedded', anchors, ...inputs }))
    fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { fixture, page, radios: [...page.querySelectorAll<HTMLInputElement>('input[type=radio]')] };
}

describe('bu-rating-scale', () => {
  it('offers five ratings, each with its anchor, and starts with none chosen', async () => {
    const { page, radios } = await render();
    expect([...page.querySelectorAll('label')].map((label) => label.textContent.trim())).toEqual(
      anchors.map((anchor, rating): unknown => expect.stringMatching(new RegExp(`^${rating}\\s*${anchor}$`))),
    );
    expect(radios.some((radio) => radio.checked)).toBe(false);
    expect(new Set(radios.map((radio) => radio.name)).size).toBe(1);
  });

  it('gives 0 as a number, not as nothing', async () => {
    const { fixture, radios } = await render();
    const given: (number | null)[] = [];
    fixture.componentInstance.value.subscribe((value) => given.push(value));
    radios[0].click();
    await fixture.whenStable();
    expect(given).toEqual([0]);
  });

  it('marks the suggestion without choosing it', async () => {
    const { page, radios } = await render({ suggested: 3 });
    expect(page.querySelectorAll('label')[3]?.textContent).toContain('suggested');
    expect(radios[3].checked).toBe(false);
  });

  it('takes no choice while disabled', async () => {
    const { fixture, page } = await render({ disabled: true });
    expect(page.querySelector('fieldset')?.disabled).toBe(true);
    expect(fixture.componentInstance.value()).toBeNull();
  });

  it('keeps two scales on one page apart', async () => {
    const [one, two] = [await render(), await render()];
    expect(one.radios[0].name).not.toBe(two.radios[0].name);
  });
});
