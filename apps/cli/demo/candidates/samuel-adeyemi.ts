// New in the queue: robotics engineer with an accelerator deployment.
import type { DemoCandidate } from '../candidate';

export const samuelAdeyemi: DemoCandidate = {
  name: 'Samuel Adeyemi',
  email: 'samuel.adeyemi@mail.example',
  phone: '+31 6 5550 1247',
  source: 'Referral',
  resume: {
    fileName: 'samuel-adeyemi-resume.txt',
    text: `Samuel Adeyemi
Robotics software engineer, Eindhoven · samuel.adeyemi@mail.example · +31 6 5550 1247

Experience

Robotics Engineer, Dommel Robotics, Eindhoven
Jun 2022 – present
- Perception of an orchard robot on Jetson Xavier: TensorRT engines for detection and depth, 24 frames/s at 20 W, C++ and CUDA.
- Wrote a custom CUDA kernel for non-maximum suppression on the device; the copy to the host had cost 3.8 ms a frame.
- Quantised the depth network to INT8; entropy calibration failed on dusk images, percentile calibration worked.
- Shipped to 60 robots; updates by container image, rollback by hand.

Software Engineer, Peel Logistics, Venlo
Feb 2019 – May 2022
- Real-time C++ for conveyor controllers on embedded Linux; CAN, EtherCAT.

Education
BSc Mechatronics, Fontys, 2019

Skills
C++, CUDA, Python, ROS 2, TensorRT, Docker, Linux`,
  },
};
