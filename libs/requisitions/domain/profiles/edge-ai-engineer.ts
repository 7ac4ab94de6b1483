// Role profile: Edge AI Engineer. Its source states no pay, so there is no pay hint.
import type { RoleProfile } from '../role-profile';
import { criteria } from './criteria';
import { duties } from './duties';

export const edgeAiEngineer: RoleProfile = {
  slug: 'edge-ai-engineer',
  title: 'Edge AI Engineer',
  summary:
    'You design, optimise and deploy machine learning models on constrained hardware: microcontrollers, FPGAs, mobile SoCs and purpose-built accelerators, ' +
    'where a round trip to the cloud is too slow, too expensive or not there. The work is counted in milliseconds on milliwatts.',
  duties,
  criteria,
  education:
    'A BSc or MSc in computer engineering, electrical engineering or computer science, or something close. Courses in computer architecture, signal processing and ' +
    'operating systems predict success better than courses in machine learning alone. Silicon vendors and research teams value a PhD; it is never required.',
  experience:
    'Typically three to six years. At mid level, at least one earlier deployment on a constrained platform; one to two years of embedded firmware together with two or more years of ' +
    'machine learning count as well. At senior level, one full edge deployment of your own, from model optimisation to production firmware, with measurable latency or accuracy results. ' +
    'People who come from machine learning without embedded work typically need 12 to 18 months of C and C++, cross-compilation and hardware debugging before they are productive; ' +
    'the way from embedded into machine learning is equally good and often shorter.',
  certifications:
    'Helpful and never a condition: NVIDIA Deep Learning Institute (TensorRT, Jetson), ARM Accredited Engineer, Qualcomm AI developer.',
  employers: 'Semiconductor companies, autonomous vehicles, consumer electronics, industrial IoT, defence.',
  payHint: null,
};
