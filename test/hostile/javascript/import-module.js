// verdict: failed
import fs from "node:fs";
export const attack = () => fs.readFileSync("/etc/passwd", "utf8");
