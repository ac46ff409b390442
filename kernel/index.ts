/**
 * The sums of the tagger and the parser, many at a time (WebAssembly's SIMD). Written in AssemblyScript; `npm run kernel` makes
 * src/language/kernel-bytes.ts of it, and src/language/kernel.ts lays down in memory what it works on.
 */

export { follow } from './chains';
export { CLASSES, chooseAlone, chooseWith, LEAD } from './choice';
export { AT, activate, outOf, VECTORS } from './layer';
/** Where memory is free. */
export const FREE: usize = __heap_base;
