// What a candidate's object may not hold although Clang made it: each with the sentence that the candidate reads.
import { type CompileJob, type DeviceFunction } from '../sandbox';
import { valueTypes } from '../wasm/module';
import { type ObjectSummary } from './object-file';

/** What every program may use; see `compilerArguments`. */
const usualFeatures: readonly string[] = ['mutable-globals', 'nontrapping-fptoint', 'sign-ext'];
/** Letters of any language, and what stands for bytes that are no UTF-8: both can be in the name of a variable, and so of its section. */
const usualSegmentName = /^[\p{L}\p{M}\p{N}\p{Pc}\ufffd.$-]+$/u;

/** A device function's type as objects encode it. */
export function encodedType({ params, results }: DeviceFunction): string {
  const list = (types: DeviceFunction['params']): number[] => [types.length, ...types.map((type) => valueTypes[type])];
  return Buffer.from([...list(params), ...list(results)]).toString('latin1');
}

function refusedFeature(job: CompileJob, object: ObjectSummary): string | null {
  const allowed = new Set([...usualFeatures, ...(job.simd === true ? ['simd128'] : [])]);
  const refused = object.features.filter((name) => !allowed.has(name));
  // One feature can bring others along: the one that the source names says more.
  const feature = refused.find((name) => job.source.includes(name)) ?? refused[0];
  if (feature === undefined) return null;
  return `this task's target has no "${feature}"; leave out the attribute that asks for it, such as target("${feature}").`;
}

function refusedDevice(job: CompileJob, object: ObjectSummary, device: DeviceFunction): string | null {
  const { name } = device;
  const isStatedIn = job.headers.find(({ text }) => new RegExp(`\\b${name}\\b`).test(text))?.name;
  if (object.functions.some((defined) => !defined.local && defined.name === name))
    return `the name "${name}" is reserved for the device; give your function another name.`;
  const isOther = object.importedFunctions.some(
    (imported) => imported.module === 'env' && imported.name === name && imported.type !== encodedType(device),
  );
  if (!isOther) return null;
  return `"${name}" is declared in another way than in ${isStatedIn ?? 'the task'}; include the header and leave the declaration out.`;
}

/** The sentence that refuses the object, or null. */
export function refusedObject(job: CompileJob, object: ObjectSummary): string | null {
  if (object.hasConstructors) return 'constructors are not supported: nothing runs before the functions are called.';
  const imported = object.importedFunctions.find(({ module }) => module !== 'env');
  if (imported) return `"${imported.name}" is imported from "${imported.module}"; nothing can be imported from there.`;
  const segment = object.segmentNames.find((name) => !usualSegmentName.test(name));
  if (segment !== undefined) return `the section name "${segment}" holds more than letters, digits, "_", "." and "-".`;
  const devices = (job.devices ?? []).map((device) => refusedDevice(job, object, device));
  return devices.find((sentence) => sentence !== null) ?? refusedFeature(job, object);
}
