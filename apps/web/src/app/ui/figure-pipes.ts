// Pipes over figures.ts: {{ size | buBytes }}, {{ seconds | buDuration }}, {{ amount | buMoney: 'USD' }}, {{ n | buCount }},
// {{ points | buPoints }}, {{ points | buWorth }}, {{ value | buMeasured }}.
import { Pipe, type PipeTransform } from '@angular/core';
import {
  bytesText,
  countText,
  durationText,
  measuredText,
  moneyRangeText,
  moneyText,
  pointsText,
  worthText,
} from './figures';

@Pipe({ name: 'buBytes' })
export class BytesPipe implements PipeTransform {
  transform(bytes: number | null | undefined): string {
    return typeof bytes !== 'number' ? '–' : bytesText(bytes);
  }
}

@Pipe({ name: 'buDuration' })
export class DurationPipe implements PipeTransform {
  transform(seconds: number | null | undefined): string {
    return typeof seconds !== 'number' ? '–' : durationText(seconds);
  }
}

@Pipe({ name: 'buCount' })
export class CountPipe implements PipeTransform {
  transform(value: number | null | undefined): string {
    return typeof value !== 'number' ? '–' : countText(value);
  }
}

@Pipe({ name: 'buPoints' })
export class PointsPipe implements PipeTransform {
  transform(value: number | null | undefined): string {
    return typeof value !== 'number' ? '–' : pointsText(value);
  }
}

@Pipe({ name: 'buWorth' })
export class WorthPipe implements PipeTransform {
  transform(value: number | null | undefined): string {
    return typeof value !== 'number' ? '–' : worthText(value);
  }
}

@Pipe({ name: 'buMeasured' })
export class MeasuredPipe implements PipeTransform {
  transform(value: number | null | undefined): string {
    return typeof value !== 'number' ? '–' : measuredText(value);
  }
}

/** {{ minimum | buMoney: currency : maximum }}; without a maximum it is one amount. */
@Pipe({ name: 'buMoney' })
export class MoneyPipe implements PipeTransform {
  transform(amount: number | null | undefined, currency: string, maximum?: number | null): string {
    if (typeof amount !== 'number') return '–';
    return typeof maximum !== 'number' ? moneyText(amount, currency) : moneyRangeText(amount, maximum, currency);
  }
}
