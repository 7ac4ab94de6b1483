// People who come from machine learning: one who never left the server, a doctor, one who moved to the edge, a JSON Resume.
import type { ResumeCase } from './resume-case';

export const mlOnly: ResumeCase = {
  who: 'Priya Raman, four years of machine learning on servers',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Priya Raman
Machine Learning Engineer | priya.raman@example.org | Bengaluru

EXPERIENCE

Machine Learning Engineer, Kaveri Retail Analytics
June 2022 - Present
- Trained a product detector in PyTorch on 1.2 million images and raised mAP from 0.61 to 0.68.
- Served the model with TorchServe on eight A100 GPUs; 400 requests per second at p99 latency of 85 ms.
- Quantized a BERT ranking model to INT8 with ONNX Runtime for CPU inference, which halved the serving cost.

Data Scientist, Nilgiri Insurance
July 2020 - May 2022
- Built fraud models with scikit-learn and XGBoost.
- Designed the feature store and the weekly retraining.

EDUCATION
M.Tech Computer Science, IIT Madras, 2018 - 2020

SKILLS
Python, PyTorch, TensorFlow, Docker, Kubernetes, SQL, basic C++
`,
  ratings: {
    Q1: [2, 'One network was quantised through ONNX Runtime at work: one account over two areas.'],
    Q2: [1, 'C++ stands in a list, and only as basic.'],
    Q3: [0, 'Servers only: nothing about accelerators of the edge.'],
    Q4: [2, 'Nearly six years of machine learning; no embedded work, no deployment on a constrained platform.'],
    Q5: [2, 'One account with a percentile under load, though of a server.'],
  },
  silent: ['Q3'],
  embeddedYears: 0,
  mlYears: 6,
  equivalenceMet: false,
  figures: [
    ['accuracy', 0.61, 'mAP'],
    ['accuracy', 0.68, 'mAP'],
    ['latency', 85, 'ms'],
  ],
};

export const doctor: ResumeCase = {
  who: 'Dr. Ngozi Eze, a doctorate on pruning, little engineering',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Dr. Ngozi Eze
ngozi.eze@example.org

Education

PhD in Machine Learning, University of Edinburgh, 2019 – 2023
Thesis: gradient-based pruning of convolutional networks. Showed that structured pruning of 60% of the channels of MobileNetV2 costs 1.1% top-1 accuracy on ImageNet, and published the masks.
MSc Informatics, University of Lagos, 2016 – 2018

Experience

Postdoctoral researcher, Heriot-Watt University, Oct 2023 – Sep 2025
- Developed a distillation method in which a student network of 0.9 MB reaches 97.2% accuracy of its teacher.
- Combined neural architecture search with quantization-aware training and measured the accuracy of 40 candidates.
- Ran the best networks on a Raspberry Pi 4 with TFLite: 47 ms per image.

Publications
N. Eze, "Gradient masks for channel pruning", 2022.

Skills
Python, PyTorch, C
`,
  ratings: {
    Q1: [
      4,
      'Pruning, distillation, search, QAT and a TFLite run: four accounts over four areas with three measured results.',
    ],
    Q2: [1, 'C stands in a list.'],
    Q3: [2, 'One network ran on a Raspberry Pi: one account.'],
    Q4: [1, 'Two years of dated research; the doctorate is education and is not counted as a position. No deployment.'],
    Q5: [0, 'Nothing is told of hardware, benchmarking method or assembly.'],
  },
  silent: ['Q5'],
  embeddedYears: 0,
  mlYears: 2,
  equivalenceMet: false,
  figures: [
    ['accuracy', 97.2, '%'],
    ['model-size', 921.6, 'KiB'],
    ['latency', 47, 'ms'],
  ],
};

export const movedToEdge: ResumeCase = {
  who: 'Lucía Fernández, a machine learning engineer who moved to the edge, prose without bullets',
  profile: 'edge-ai-engineer',
  level: 'senior',
  resume: `Lucía Fernández Ortega

I am an edge AI engineer in Zaragoza.

Career

Edge AI Lead at Ebro Mobility, March 2020 until today. I led the driver-monitoring camera from the first dataset to series production. We distilled a ResNet teacher into a MobileNetV3 student and quantised it with QNN for the Hexagon DSP of a Snapdragon 8155; the network runs in 7.8 ms at 30 FPS and stays within 0.5% accuracy of the float model. Today 95,000 vehicles carry it, and updates go over the air in stages with rollback. I wrote HVX kernels for two operators that the SDK mapped badly and compared SNPE with QNN on three silicon revisions.

Computer Vision Engineer at Pirineos Imaging, September 2016 until February 2020. I trained detectors in TensorFlow and deployed them with TensorRT on Jetson Xavier NX at 22 FPS. I wrote the C++ inference service on embedded Linux and cross-compiled it with a Yocto SDK. I learned to use the oscilloscope when the supply dropped under load, and fixed the power sequencing with the hardware team.

Studies

Telecommunication engineer, Universidad de Zaragoza, 2010 to 2016, with courses in signal processing and computer architecture.
`,
  ratings: {
    Q1: [
      3,
      'Distillation and quantisation with QNN, and TensorRT: measured and at work, but told in two or three sentences.',
    ],
    Q2: [2, 'A C++ service, cross-compilation and Yocto, an oscilloscope: told in two sentences, in one job.'],
    Q3: [4, 'Hexagon, Snapdragon, SNPE against QNN, TensorRT on Xavier: three accounts, two kinds, two measured.'],
    Q4: [
      4,
      'Ten years, and a model led from dataset to series production with latency, accuracy, frame rate and 95,000 vehicles.',
    ],
    Q5: [2, 'Compared SDKs on three silicon revisions: one account.'],
  },
  embeddedYears: 6.3,
  mlYears: 9.8,
  equivalenceMet: true,
  figures: [
    ['latency', 7.8, 'ms'],
    ['frame-rate', 30, 'fps'],
    ['fleet-size', 95000, 'units'],
  ],
};

export const careerChanger: ResumeCase = {
  who: 'Ben Oduya, a cook who retrained and shows one project',
  profile: 'edge-ai-engineer',
  level: 'junior',
  resume: `Ben Oduya
ben.oduya@example.org

About me
Career changer. I spent eight years in kitchens and the last year teaching myself embedded programming. Hoping to work with NVIDIA Jetson one day.

Projects
Oven watcher (GitHub)
- Trained a small CNN that tells burnt bread from good bread and quantized it with TFLite to INT8, 94% accuracy.
- Ported it to an ESP32-S3 in C with ESP-IDF; it runs in 180 ms with 210 KB of RAM.
- Measured current with a shunt resistor and found that the camera draws more than the network.

Work
Sous chef, The Copper Pan, Bristol, 2016 - 2024
- Ran a kitchen of nine.

Courses
Introduction to TinyML (online), completed 2025
`,
  ratings: {
    Q1: [2, 'One quantised network in a project, measured: one account.'],
    Q2: [3, 'A port in C with a vendor SDK and a measurement with a shunt: two accounts over two areas, one measured.'],
    Q3: [2, 'One model on an ESP32-S3.'],
    Q4: [3, 'No such work in dated positions, but a project that ran on a device with figures.'],
    Q5: [2, 'Measured current and found out what really draws it: one account.'],
  },
  embeddedYears: 0,
  mlYears: 0,
  equivalenceMet: false,
  figures: [
    ['accuracy', 94, '%'],
    ['latency', 180, 'ms'],
    ['memory', 210, 'KiB'],
  ],
  notCounted: [['NVIDIA Jetson', 'wished']],
};
