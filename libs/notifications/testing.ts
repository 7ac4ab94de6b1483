// One believable filling of every template, for specs.
import type { LetterData } from './letters';

const statusUrl = 'https://jobs.example.org/status/7pXk';

export const sampleLetters: LetterData = {
  'application-receipt': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    receipt: 'BR-7K2M-94QX',
    appliedOn: 'Monday 23 November 2026, 09:00 (UTC)',
    documents: [{ fileName: 'resume.pdf', sha256: 'ab'.repeat(32) }],
    statusUrl,
  },
  'requisition-submitted': {
    name: 'Mette Dahl',
    openedBy: 'Jonas Weber',
    number: 'REQ-104',
    title: 'Edge AI Engineer',
    facts: [{ label: 'Seats', value: '2' }],
    url: 'https://jobs.example.org/requisitions/1',
  },
  'requisition-decided': {
    approver: 'Mette Dahl',
    number: 'REQ-104',
    title: 'Edge AI Engineer',
    approved: false,
    reason: 'The power budget is missing.\n\nPlease add it.',
    url: 'https://jobs.example.org/requisitions/1',
  },
  'invitation-ready': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    from: 'Jonas Weber',
    fromEmail: 'jonas@northlight.example',
    note: 'We liked your ring buffer.',
    minutes: 85,
    opens: 'now',
    closes: 'Tuesday 1 December 2026, 14:00 (Europe/Oslo, UTC+1)',
    tasks: [{ title: 'Quantise a tensor by hand', minutes: 25, kind: 'calculation' }],
    url: 'https://jobs.example.org/attempt/9sQd',
  },
  'attempt-submitted': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    submitted: 'Monday 23 November 2026, 10:25 (Europe/Oslo, UTC+1)',
    byDeadline: false,
    tasks: [
      { position: 1, title: 'Quantise a tensor by hand', sha256: 'cd'.repeat(32) },
      { position: 2, title: 'Ring buffer for audio DMA', sha256: null },
    ],
    from: 'Jonas Weber',
    fromEmail: 'jonas@northlight.example',
  },
  'interview-scheduled': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    kitTitle: 'Systems and memory',
    other: 'Ingrid Berg',
    forCandidate: true,
    when: 'Tuesday 1 December 2026, 14:00 to 14:45 (Europe/Oslo, UTC+1)',
    location: 'Room Fjord, or the link that Ingrid sends',
    url: statusUrl,
  },
  'interview-cancelled': {
    name: 'Ingrid Berg',
    jobTitle: 'Edge AI Engineer',
    kitTitle: 'Systems and memory',
    other: 'Asha Rao',
    forCandidate: false,
    when: 'Tuesday 1 December 2026, 14:00 to 14:45 (Europe/Oslo, UTC+1)',
    reason: 'The room is taken.',
  },
  'decision-offer': { name: 'Asha Rao', jobTitle: 'Edge AI Engineer', message: 'Welcome.', decidedBy: 'Mette Dahl', statusUrl },
  'decision-reject': { name: 'Asha Rao', jobTitle: 'Edge AI Engineer', message: null, decidedBy: 'Mette Dahl', statusUrl },
  'decision-hold': { name: 'Asha Rao', jobTitle: 'Edge AI Engineer', message: 'Two weeks more.', decidedBy: 'Mette Dahl', statusUrl },
};
