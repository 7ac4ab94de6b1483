// Cloud machine learning without embedded work: long lists, few accounts.
import type { DemoCandidate } from '../candidate';

export const rafaelMoreira: DemoCandidate = {
  name: 'Rafael Moreira',
  email: 'rafael.moreira@mail.example',
  phone: '+351 912 555 043',
  source: 'Job board',
  resume: {
    fileName: 'rafael_moreira_ml.txt',
    text: `Rafael Moreira
Machine Learning Engineer · Porto, Portugal · rafael.moreira@mail.example

Summary
Passionate ML engineer with strong experience in modern AI technologies and a great interest in edge devices.

Skills
Python, PyTorch, TensorFlow, TensorFlow Lite, ONNX, OpenVINO, TensorRT, quantization, pruning, knowledge distillation, AWS, Kubernetes, Docker, C++, FreeRTOS, Zephyr, Jetson, Coral, STM32

Experience

Machine Learning Engineer, Ribeira Data, Porto
2021 – present
- Built recommendation services on Kubernetes for a retail customer, 40 million requests a day.
- Reduced the serving cost by 35 % by batching and by moving two models to smaller instances.
- Mentored three colleagues.

Data Scientist, Foz Consulting, Porto
2018 – 2021
- Forecasting and churn models in Python.

Education
MSc Data Science, University of Porto, 2018

Interests
Looking forward to working with embedded devices; keen to learn TensorRT and microcontrollers.`,
  },
};
