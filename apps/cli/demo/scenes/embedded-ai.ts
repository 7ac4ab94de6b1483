// The second open requisition: a senior for kilobytes and milliwatts, with three applications at the beginning of their way.
import { apply, rate } from '../applying';
import { invite, numbersAndChart } from '../assessing';
import { workday } from '../calendar';
import { dmytroShevchenko } from '../candidates/dmytro-shevchenko';
import { farahRahimi } from '../candidates/farah-rahimi';
import { leilaniKahale } from '../candidates/leilani-kahale';
import type { DemoCompany } from '../company';
import { embeddedAi, publish } from '../requisitions';

export async function playEmbeddedAi(company: DemoCompany): Promise<void> {
  const day = (daysAgo: number, hour: number) => workday(company.now, daysAgo, hour);
  const { slug } = await publish(company, day(12, 9), embeddedAi);
  const [dmytro, farah] = await Promise.all([
    apply(company, slug, dmytroShevchenko, day(9, 14)),
    apply(company, slug, farahRahimi, day(6, 19)),
    apply(company, slug, leilaniKahale, day(2, 4)),
  ]);
  await rate(company, 'jonas', day(6, 9), dmytro.applicationId, {
    Q2: {
      rating: 3,
      reason: 'Inference beside a 16 kHz control loop with the jitter measured. That is embedded work, told briefly.',
    },
    Q4: { rating: 4, reason: 'Led a deployment to 8,500 drives with false alarms before and after.' },
  });
  await invite(company, {
    applicationId: dmytro.applicationId,
    by: 'tomas',
    tasks: numbersAndChart,
    sentAt: day(3, 9),
    closesAt: day(-5, 20),
  });
  await rate(company, 'jonas', day(4, 10), farah.applicationId, {
    Q1: {
      rating: 4,
      reason:
        'Four bits for two layers, quantisation-aware training, and the loss measured on recordings from real ears.',
    },
    Q2: { rating: 4, reason: 'Fixed-point kernels in assembly checked against every compiler release.' },
    Q4: {
      rating: 4,
      reason: 'Technical owner from the dataset to mass production, 200,000 devices. Senior by any measure.',
    },
    Q5: { rating: 4, reason: 'Found an erratum with a source meter and stopped a release for a stack of 24 bytes.' },
  });
}
