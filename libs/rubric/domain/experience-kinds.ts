// The words by which a position shows that it was embedded work, machine learning work, or both.

export type ExperienceKind = 'embedded' | 'ml';

/** Titles whose work is neither, whatever product they were near. */
export const unrelatedTitle =
  /\b(?:sales|marketing|recruit\w*|account manager|buyer|purchas\w*|human resources|hr|chef|cook|nurse|teacher|driver(?= for)|barista|product manager|product owner)\b/i;

export const titleWords: Readonly<Record<ExperienceKind, RegExp>> = {
  embedded:
    /\b(?:embedded|firmware|rtos|bsp|bare.?metal|micro ?controllers?|device drivers?|low.level|fpga|dsp|edge (?:ai|ml)|tiny ?ml|on.device|kernel developer|linux kernel)\b/i,
  ml: /\b(?:machine learning|ml|deep learning|computer vision|perception|ai|artificial intelligence|data scien\w+|applied scien\w+|nlp|speech recognition|neural|tiny ?ml|mlops)\b/i,
};

export const contentWordsOf: Readonly<Record<ExperienceKind, RegExp>> = {
  embedded:
    /\b(?:firmware|embedded|rtos|freertos|zephyr|threadx|micro ?controllers?|mcus?|stm32\w*|nrf ?\d{2}\w*|esp32\w*|cortex.?[mr]\d*|bare.?metal|device drivers?|interrupts?|isr|dma|jtag|swd|openocd|yocto|buildroot|device ?tree|boot ?loaders?|mcuboot|bsp|i2c|spi|uart|can bus|cross.?compil\w+|arm.none.eabi|kernel (?:module|driver)s?|board bring.?up|linker scripts?|tms320\w*|dsp assembl\w+|avr|pic32\w*|msp430\w*)\b/i,
  ml: /\b(?:machine learning|deep learning|neural|cnns?|rnns?|lstms?|transformers?|pytorch|tensorflow|keras|scikit.?learn|tf ?lite\w*|tflm|onnx\w*|tensorrt|yolo\w*|mobilenet\w*|efficientnet\w*|resnet\w*|inference|quanti[sz](?:ed|ation|ing)|pruning|distillation|(?:train|retrain|fine.?tun)(?:ed|ing) (?:an?|the|our|of)?\s?(?:\w+ ){0,4}(?:model|network|detector|classifier|net)s?|(?:object|person|anomaly|fault|gesture) (?:detect(?:or|ion)|classif\w+)|keyword.spotting|wake.?word|segmentation|classifiers?|detectors?|embeddings|language models?|ml models?)\b/i,
};

/** A word that says the line is a job and not a course of study, a project or a bullet with dates in it. */
export const jobTitle =
  /\b(?:engineer\w*|developer|scientist|researcher|research (?:assistant|associate|fellow|engineer)|intern(?:ship)?|consultant|architect|lead|manager|head of|director|working student|student assistant|werkstudent\w*|teaching assistant|technician|programmer|analyst|fellow|post-?doc\w*|contractor|freelanc\w*|specialist|officer|founder|co-?founder|cto|ceo|chef|cook|teacher|lecturer|apprentice\w*|trainee|designer|administrator|operator|assistant|entwickler\w*|ingenieur\w*|member of technical staff|career break|parental leave|sabbatical)\b/i;
