// Web developer; declined at review.
import type { DemoCandidate } from '../candidate';

export const benWhitfield: DemoCandidate = {
  name: 'Ben Whitfield',
  email: 'ben.whitfield@mail.example',
  phone: '+44 7700 900 362',
  source: 'Job board',
  resume: {
    fileName: 'whitfield-cv.txt',
    text: `Ben Whitfield
Full-stack developer · Bristol · ben.whitfield@mail.example

Experience

Full-stack Developer, Severn Tickets, Bristol
March 2020 – present
- TypeScript, React and Node services for ticket sales; payment integration.
- Cut page load from 4.2 s to 1.3 s.

Web Developer, freelance
2016 – 2020
- Sites for small businesses.

Projects
Ran a face-detection demo on a Raspberry Pi with a Coral stick, following a tutorial.

Education
BA History, University of Exeter, 2015

Skills
TypeScript, React, Node.js, PostgreSQL, a little Python`,
  },
};
