// Who may open which scorecard.
import { blindNotice, cardAccess, type CardState } from './blind';

const card = (interviewerId: string, state: Partial<CardState> = {}): CardState => ({
  interviewId: `interview-${interviewerId}`,
  interviewerId,
  submitted: false,
  cancelled: false,
  ...state,
});
const interviewer = { id: 'me', runsHiring: false };
const recruiter = { id: 'recruiter', runsHiring: true };

it('keeps an interviewer blind until the own scorecard is in', () => {
  const cards = [card('me'), card('other', { submitted: true })];
  expect(cardAccess(interviewer, cards)).toEqual({
    readable: ['interview-me'],
    hidden: 1,
    blind: true,
    owed: ['interview-me'],
  });
  const after = [card('me', { submitted: true }), card('other', { submitted: true })];
  expect(cardAccess(interviewer, after)).toEqual({
    readable: ['interview-me', 'interview-other'],
    hidden: 0,
    blind: false,
    owed: [],
  });
});

it('closes the cards again to somebody who is asked for a second interview', () => {
  const second = { ...card('me'), interviewId: 'second' };
  const access = cardAccess(interviewer, [card('me', { submitted: true }), second, card('other', { submitted: true })]);
  expect(access).toMatchObject({ blind: true, owed: ['second'], hidden: 1 });
  expect(access.readable).toEqual(['interview-me', 'second']);
});

it('never opens the draft of somebody else', () => {
  expect(cardAccess(recruiter, [card('other')])).toMatchObject({ readable: [], hidden: 0, blind: false });
});

it('opens submitted cards to those who run the hiring, unless they owe one', () => {
  const submitted = card('other', { submitted: true });
  expect(cardAccess(recruiter, [submitted]).readable).toEqual(['interview-other']);
  expect(cardAccess(recruiter, [submitted, card('recruiter')])).toMatchObject({
    readable: ['interview-recruiter'],
    hidden: 1,
    blind: true,
  });
});

it('keeps a panel member blind who has not interviewed, also after a cancelled interview', () => {
  const submitted = card('other', { submitted: true });
  expect(cardAccess(interviewer, [submitted]).blind).toBe(true);
  expect(cardAccess(interviewer, [submitted, card('me', { cancelled: true })])).toMatchObject({
    blind: true,
    owed: [],
    hidden: 1,
  });
});

it('does not ask for a scorecard of a cancelled interview', () => {
  expect(
    cardAccess(recruiter, [card('recruiter', { cancelled: true }), card('other', { submitted: true })]).blind,
  ).toBe(false);
});

it('tells how many are in and what opens them, and is silent where nothing is hidden', () => {
  const owing = cardAccess(interviewer, [card('me'), card('a', { submitted: true }), card('b', { submitted: true })]);
  expect(blindNotice(owing)).toBe(
    'The other scorecards are hidden until you have submitted your own, so that every judgement is made without the others. 2 are in.',
  );
  expect(blindNotice(cardAccess(interviewer, []))).toBeNull();
  expect(blindNotice(cardAccess(recruiter, [card('a', { submitted: true })]))).toBeNull();
});
