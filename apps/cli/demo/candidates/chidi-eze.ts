// From machine learning into embedded: good optimisation work, two years of real firmware.
import type { DemoCandidate } from '../candidate';

export const chidiEze: DemoCandidate = {
  name: 'Chidi Eze',
  email: 'chidi.eze@mail.example',
  phone: '+44 7700 900 148',
  source: 'Job board',
  resume: {
    fileName: 'chidi-eze-cv.txt',
    text: `Chidi Eze
Machine learning engineer moving to the edge
Leeds, United Kingdom · chidi.eze@mail.example · +44 7700 900 148

Work experience

Embedded ML Engineer, Pennine Audio Ltd, Leeds
Jan 2024 – present
- Ported a noise-suppression network to an nRF5340: TensorFlow Lite Micro under Zephyr, C, 74 KB of RAM, 8.6 ms per 16 ms frame.
- Distilled a student of 180 k parameters from a teacher of 11 M; PESQ fell by 0.07, energy per second of audio by a factor of nine.
- Set up a nightly regression benchmark on six boards that fails the build when p95 latency rises by more than 3 %.
- Learned the hard way about cache and DMA ownership: a week with a logic analyser for one missing barrier.

Machine Learning Engineer, Harrow & Pike Analytics, Manchester
Aug 2020 – Dec 2023
- Trained and served speech models; ONNX export, structured pruning and INT8 post-training quantisation for CPU servers, 2.6x throughput.
- Built the data pipeline (Python) and the evaluation by accent that found a gap of 6 percentage points in word error rate.

Education
BSc Electrical Engineering, University of Lagos, 2018
MSc Speech and Language Processing, University of Sheffield, 2020. Signal processing, machine learning.

Certificates
Arm Accredited Engineer (2024)`,
  },
};
