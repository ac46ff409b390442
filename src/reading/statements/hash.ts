/** 32 mixed bits of two numbers. Features are named by such numbers, so that none is ever a string. */
export function mix(a: number, b: number): number {
  const h = Math.imul(a ^ (b >>> 16), 0x85ebca6b) + Math.imul(b ^ 0x9e3779b1, 0xc2b2ae35);
  return h ^ (h >>> 15) ^ (h << 7);
}

/** 32 bits of a string (FNV-1a). */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}
