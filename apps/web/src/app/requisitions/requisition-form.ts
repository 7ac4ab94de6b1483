// The form of a requisition: its controls, how it is filled from the server, and what it sends.
import { FormControl, FormGroup, Validators, type ValidatorFn } from '@angular/forms';
import type { CandidateFeedback, HardwareProfile, RequisitionBody, RequisitionView } from '../api/models';

const required = <T>(value: T): FormControl<T> =>
  new FormControl(value, { nonNullable: true, validators: [Validators.required] });
const figure = (value: number, min: number, max: number): FormControl<number> =>
  new FormControl(value, {
    nonNullable: true,
    validators: [Validators.required, Validators.min(min), Validators.max(max)],
  });

/** Pay from must not be above pay to; the message belongs to the second field, where the eye is by then. */
const payInOrder: ValidatorFn = (group) => {
  const { payMin, payMax } = (group as FormGroup<{ payMin: FormControl<number>; payMax: FormControl<number> }>)
    .controls;
  const wrong = payMin.value > payMax.value;
  if (wrong) payMax.setErrors({ order: 'Must not be lower than the first figure.' });
  else if (payMax.hasError('order')) payMax.updateValueAndValidity({ onlySelf: true });
  return null;
};

/** Memory is typed in KiB, because that is the unit in which it runs out. */
const kibibyte = 1024;

export function requisitionForm() {
  return new FormGroup(
    {
      profile: required('edge-ai-engineer'),
      title: new FormControl('Edge AI Engineer', {
        nonNullable: true,
        validators: [Validators.required, Validators.maxLength(120)],
      }),
      level: required<RequisitionBody['level']>('mid'),
      seats: figure(1, 1, 50),
      reason: required<RequisitionBody['reason']>('growth'),
      payMin: figure(70_000, 0, 10_000_000),
      payMax: figure(95_000, 0, 10_000_000),
      payCurrency: new FormControl('EUR', {
        nonNullable: true,
        validators: [Validators.required, Validators.pattern(/^[A-Z]{3}$/)],
      }),
      location: new FormControl('', {
        nonNullable: true,
        validators: [Validators.required, Validators.maxLength(120)],
      }),
      workplace: required<RequisitionBody['workplace']>('hybrid'),
      candidateFeedback: required<CandidateFeedback>('none'),
      summary: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(4000)] }),
      hiringManagerId: required(''),
      approverId: required(''),
      panelIds: new FormControl<string[]>([], {
        nonNullable: true,
        validators: [Validators.required, Validators.maxLength(8)],
      }),
      hardware: new FormGroup({
        deviceClass: required<HardwareProfile['deviceClass']>('microcontroller'),
        device: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(120)] }),
        ramKib: figure(512, 1, 2 ** 30),
        flashKib: figure(2048, 1, 2 ** 34),
        runtime: new FormControl('TensorFlow Lite Micro', {
          nonNullable: true,
          validators: [Validators.required, Validators.maxLength(80)],
        }),
        latencyMs: figure(20, 0.001, 60_000),
        powerMilliwatts: figure(50, 0.001, 1_000_000),
      }),
    },
    { validators: [payInOrder] },
  );
}

export type RequisitionForm = ReturnType<typeof requisitionForm>;

export function fillForm(form: RequisitionForm, view: RequisitionView): void {
  const { ramBytes, flashBytes, ...hardware } = view.hardware;
  form.patchValue({
    ...view,
    hiringManagerId: view.hiringManager.id,
    approverId: view.approver.id,
    panelIds: view.panel.map((person) => person.id),
    hardware: { ...hardware, ramKib: ramBytes / kibibyte, flashKib: flashBytes / kibibyte },
  });
}

export function bodyOf(form: RequisitionForm): RequisitionBody {
  const { hardware, ...rest } = form.getRawValue();
  const { ramKib, flashKib, ...device } = hardware;
  return {
    ...rest,
    hardware: { ...device, ramBytes: Math.round(ramKib * kibibyte), flashBytes: Math.round(flashKib * kibibyte) },
  };
}
