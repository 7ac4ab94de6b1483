// Works the answers out from the figure as a candidate reads it.
export function solve(_prompt, figures) {
  const readings = figures[0].series[0].points;
  let [sum, slowest] = [0, readings[0]];
  for (const reading of readings) {
    sum += reading[1];
    if (reading[1] > slowest[1]) slowest = reading;
  }
  return { mean: sum / 10, half: slowest[0] <= 5 ? 'first' : 'second' };
}
