// Model-side specialist: deep in quantisation, has not yet shipped firmware.
import type { DemoCandidate } from '../candidate';

export const maiAnhNguyen: DemoCandidate = {
  name: 'Nguyễn Thị Mai Anh',
  email: 'maianh.nguyen@mail.example',
  phone: '+49 151 5550 1720',
  source: 'Company site',
  resume: {
    fileName: 'MaiAnh_Nguyen.txt',
    text: `Nguyễn Thị Mai Anh
ML optimisation engineer · Munich, Germany · maianh.nguyen@mail.example

Experience

Model Optimisation Engineer, Isarwerk AI, Munich
03/2022 – today
- Quantisation-aware training of transformer and CNN models for mobile: INT8 weights and activations, INT4 weights for feed-forward layers; 4.1x smaller, 0.3 percentage points of accuracy lost.
- Automated mixed-precision search with AIMET; cut the search from nine days to fourteen hours by pruning the space with layer sensitivity.
- Gradient-based structured pruning of a keyword spotter, 58 % of the channels removed at equal accuracy; verified on a Pixel phone, not on a microcontroller.
- Reviewed architectures with researchers before training, for example h-swish against ReLU6 on the target NPU.

Research Assistant, Technical University of Munich
10/2020 – 02/2022
- Knowledge distillation for small language models; two workshop papers.

Education
MSc Informatics, TU Munich, 2020
BSc Computer Engineering, Hanoi University of Science and Technology, 2017. Computer architecture, operating systems.

Skills
Python, PyTorch, AIMET, ONNX, TensorRT (building engines), Apache TVM (tuning), C++ (reading more than writing)`,
  },
  letter: {
    fileName: 'Anschreiben_Nguyen.txt',
    text: `Dear Ms Nair,

I compress networks for a living and have never seen one of mine run on a board that I could touch. I have no production firmware experience yet; since January I have been porting a keyword spotter to a development board in the evenings, with Zephyr, and I have learned more about memory from a linker error than from my studies.

I can show you both: the sensitivity plots, and the linker error.

Best regards
Mai Anh`,
  },
};
