// The words that candidates agree to when they apply. A changed wording gets a new version.

/** Shown on the job page and stored with the time when somebody agrees to it. */
export const applicationConsent = {
  version: '2026-11',
  wording:
    'I agree that the company named on this page stores my documents, reads them with software and people, and uses them, my assessment and my interviews ' +
    'to decide on this application. Software suggests ratings; people decide. I can withdraw at any time from my status page.',
  retention:
    'Your documents are used for this application alone and kept for at most 12 months after it is closed. ' +
    'Files that you upload without applying are deleted after a day. Write to the contact on this page to have everything deleted sooner.',
} as const;
