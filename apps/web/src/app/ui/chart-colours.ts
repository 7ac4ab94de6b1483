// Reads the tokens' present colours for a canvas, which knows no CSS variables.

/** Colours a chart needs, resolved for the theme in force. */
export interface ChartColours {
  readonly ink: string;
  readonly line: string;
  readonly series: readonly string[];
}

/** Resolves through a probe inside `host`, because a custom property's value is text until something uses it. */
export function chartColours(host: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  host.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read('--bu-ink-muted'),
    line: read('--bu-line'),
    series: [1, 2, 3, 4, 5, 6].map((index) => read(`--bu-series-${index}`)),
  };
  probe.remove();
  return colours;
}
