// The key, by the formulas of the cited sources. reference.yaml differentiates surrogates numerically.

const sum = (list) => list.reduce((total, x) => total + x, 0);

export function answerKey(p) {
  const { low, high, step, rate } = p;
  const a = p.a.map(({ x, gradient }) => ({ v: x / step, gradient }));
  const isInside = ({ v }) => v > -low && v < high;
  const edge = (v) => (v > 0 ? high : -low);
  const clipped = (v) => Math.max(-low, Math.min(high, Math.round(v)));
  const slope = (toStep) => sum(a.map((e) => e.gradient * toStep(e)));

  const exact = slope((e) => (isInside(e) ? Math.round(e.v) - e.v : edge(e.v)));
  const factor = 1 / Math.sqrt(a.length * high);
  const masked = sum(a.filter(isInside).map((e) => e.gradient));
  const byRounded = (e) => Math.round(e.v) >= -low && Math.round(e.v) <= high;

  const scale = (p.max - p.min) / 255;
  const adjusted = p.max + scale * Math.round(p.min / scale) - p.min;
  const above = (limit) => sum(p.b.filter(({ x }) => x > limit).map((e) => e.gradient));
  const below = sum(p.b.filter(({ x }) => x < adjusted - 255 * scale).map((e) => e.gradient));

  const number = (value, slips = [], carried) => ({ value, unit: '', tolerance: { relative: 0.0005 }, slips, ...(carried && { carried }) });
  return {
    forwardSum: number(step * sum(a.map(({ v }) => clipped(v))), [
      { value: step * sum(a.map(({ v }) => Math.round(v))), credit: 0.5, cause: 'Values beyond the last codes are clipped.' },
      { value: sum(a.map(({ v }) => clipped(v))), credit: 0.5, cause: 'A fake quantiser gives real numbers: codes times the step.' },
    ]),
    inputGradient: number(masked, [
      { value: sum(a.map((e) => e.gradient)), credit: 0.25, cause: 'Clipped inputs get no gradient.' },
      { value: sum(a.filter(byRounded).map((e) => e.gradient)), credit: 0.5, cause: 'The edge is drawn at v itself here, not at the rounded v as in some frameworks.' },
    ]),
    stepGradient: number(exact, [
      { value: slope((e) => (byRounded(e) ? Math.round(e.v) - e.v : edge(e.v))), credit: 0.5, cause: 'The edge is drawn at v itself here, not at the rounded v as in some frameworks.' },
      { value: slope((e) => (isInside(e) ? e.v - Math.round(e.v) : edge(e.v))), credit: 0.5, cause: 'Inside the range it is round(v) minus v.' },
      { value: slope((e) => (isInside(e) ? Math.round(e.v) : edge(e.v))), credit: 0.25, cause: 'v depends on the step too; inside the range v is subtracted.' },
      { value: slope((e) => (isInside(e) ? 0 : edge(e.v))), credit: 0.25, cause: 'Values inside the range move the step as well.' },
    ]),
    scaledGradient: number(
      exact * factor,
      [
        { value: exact / Math.sqrt(a.length), credit: 0.5, cause: 'Q_P belongs under the root too.' },
        { value: exact * factor * factor, credit: 0.5, cause: 'The scale is one over the root.' },
      ],
      { from: 'stepGradient', factor },
    ),
    newStep: number(
      step - rate * exact * factor,
      [
        { value: step + rate * exact * factor, credit: 0.5, cause: 'Descent goes against the gradient.' },
        { value: step - rate * exact, credit: 0.5, cause: 'The update uses the scaled gradient.' },
      ],
      { from: 'scaledGradient', factor: -rate, offset: step },
    ),
    adjustedMax: {
      value: adjusted,
      unit: '',
      tolerance: { absolute: 0.0001 },
      slips: [
        { value: p.max - (adjusted - p.max), credit: 0.5, cause: 'The range moves as a whole: both ends in the same direction.' },
        { value: scale * Math.round(p.max / scale), credit: 0.5, cause: 'The minimum is rounded and the maximum follows.' },
      ],
    },
    maxGradient: number(above(adjusted), [
      { value: above(p.max), credit: 0.5, cause: 'Inputs are compared with the adjusted maximum.' },
      { value: above(adjusted) + below, credit: 0.5, cause: 'Inputs below the range belong to the minimum.' },
    ]),
  };
}
