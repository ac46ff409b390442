import type { Layer } from './hidden.ts';
import { type Kernel, record, reserve } from './kernel.ts';
import { putTemplates, type Templates } from './linear.ts';

/**
 * Choosing among classes, no more work than the choice needs: a linear model's features are asked group by group, those that
 * say most first, classes that fall far behind are left out, and only where all features leave a doubt the hidden layer is
 * asked. (Features in an order, and an end as soon as one class leads by enough: He, Daumé and Eisner 2013, Dynamic Feature
 * Selection for Dependency Parsing.) The work is the kernel's: kernel/choice.ts.
 */
export interface Chooser {
  readonly kernel: Kernel;
  /** Where the slots' values go, and what the kernel knows of the chooser. */
  readonly slots: number;
  readonly record: number;
}

/** A linear model's weights in a kernel's memory: `1 << bits` rows of `width` bytes, each of which stands for a weight by `WORTH`. */
export interface Table {
  readonly at: number;
  readonly bits: number;
  readonly width: number;
  /** What a weight of 1 is worth, in natural logarithms. */
  readonly unit: number;
}

/** So many features are asked before the lead is looked at again. */
export const GROUP = 14;

/** A class so many natural logarithms behind the best is left out. */
const BEHIND = 5;

/** A table whose bytes are those that `fill` puts into it. */
export function tableIn(
  kernel: Kernel,
  { bits, width, unit }: Omit<Table, 'at'>,
  fill: (bytes: Uint8Array) => void,
): Table {
  const size = (1 << bits) * width;
  const at = reserve(kernel, size);
  fill(kernel.memory.u8.subarray(at, at + size));
  return { at, bits, width, unit };
}

/** A chooser that is sure where the best class leads by `lead` natural logarithms. */
export function chooserOf(
  kernel: Kernel,
  templates: Templates,
  slots: number,
  { at, bits, width, unit }: Table,
  lead: number,
): Chooser {
  return {
    kernel,
    slots,
    record: record(kernel, [
      ['i32', putTemplates(kernel, templates, slots)],
      ['i32', at],
      ['i32', 32 - bits],
      ['i32', width],
      ['i32', GROUP],
      ['f64', unit],
      ['f64', lead],
      ['f64', BEHIND / unit],
    ]),
  };
}

/**
 * The class that the linear model is sure of, given the slots' values; -1 where it is not, and `chooseWith` must say. At most 256
 * classes.
 */
export function chooseAlone(chooser: Chooser, values: Int32Array, classes: Uint8Array): number {
  const { memory, at, run } = chooser.kernel;
  if (classes.length > 1) putSlots(chooser, values);
  memory.u8.set(classes, at.classes);
  return run.chooseAlone(chooser.record, classes.length);
}

/** Gives the slots their values, which `chooseAlone` does where there is a choice. */
export function putSlots({ kernel, slots }: Chooser, values: Int32Array): void {
  kernel.memory.i32.set(values, slots >> 2);
}

/** The best of the classes that `chooseAlone`, just called, could not choose between, with the layer, whose classes begin at `first`. */
export const chooseWith = ({ kernel, record }: Chooser, layer: Layer, first: number): number =>
  kernel.run.chooseWith(record, layer.record, first);

/** By how much the chooser's last choice won, in natural logarithms, over as much as was asked. */
export const leadOf = ({ kernel: { memory, at } }: Chooser): number => memory.f64[at.lead >> 3]!;
