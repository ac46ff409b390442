/**
 * `npm run kernel`: makes src/language/kernel-bytes.ts of the AssemblyScript in kernel/. The same source gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OPTIONS =
  '-O3 --converge --noAssert --runtime stub --importMemory --noExportMemory --zeroFilledMemory --enable simd'.split(
    ' ',
  );

/**
 * What src/language/kernel-bytes.ts has to say.
 * @throws Error with the compiler's words, where it does not take the source
 */
export async function compiledKernel(): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await main(
    ['kernel/index.ts', '-o', 'kernel.wasm', '--baseDir', ROOT, ...OPTIONS],
    {
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') bytes = contents;
      },
    },
  );
  if (error !== null || bytes === undefined)
    throw new Error(`the kernel does not compile:\n${stderr.toString()}`);
  return `/** The kernel, compiled from kernel/ by \`npm run kernel\`. */\nexport const KERNEL =\n  '${Buffer.from(bytes).toString('base64')}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${ROOT}src/language/kernel-bytes.ts`, await compiledKernel());
