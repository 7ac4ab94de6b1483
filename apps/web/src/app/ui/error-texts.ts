// The sentence for each way a form control can be wrong.
import type { ValidationErrors } from '@angular/forms';

/** The first error as a sentence; '' when there is none. A validator may put its own sentence as the error's value. */
export function errorText(errors: ValidationErrors | null): string {
  if (!errors) return '';
  const key = Object.keys(errors)[0] ?? '';
  const detail: unknown = errors[key];
  if (typeof detail === 'string') return detail;
  const value = detail as Record<string, unknown>;
  switch (key) {
    case 'required':
      return 'Please fill this in.';
    case 'email':
      return 'Write an e-mail address such as name@example.org.';
    case 'minlength':
      return `Write at least ${String(value['requiredLength'])} characters; there are ${String(value['actualLength'])}.`;
    case 'maxlength':
      return `At most ${String(value['requiredLength'])} characters; there are ${String(value['actualLength'])}.`;
    case 'min':
      return `Must be ${String(value['min'])} or more.`;
    case 'max':
      return `Must be ${String(value['max'])} or less.`;
    default:
      return 'This value cannot be accepted.';
  }
}
