/**
 * A short stable name for a value: 106 bits of two cyrb53 hashes in hex. It is the same on every machine and
 * in a browser. It names things within a store; it is not a cryptographic digest.
 */
export function idOf(...parts: readonly string[]): string {
  const text = parts.join('\u0000');
  return half(text, 0x9e3779b1) + half(text, 0x85ebca6b);
}

/** cyrb53 (bryc, public domain): 53 bits as 14 hex digits. */
function half(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
