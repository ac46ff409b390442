import type { Sentence, Token } from './sentence.ts';

/** The sentences as CoNLL-U, each with its text; an empty line ends every one. */
export function toConllu(sentences: readonly Sentence[]): string {
  return sentences.map(conlluOf).join('');
}

function conlluOf({ index, tokens, start }: Sentence): string {
  const rows = [`# sent_id = ${index + 1}`, `# text = ${textOf(tokens, start)}`];
  for (const [i, token] of tokens.entries()) {
    const last = lastOf(tokens, i);
    if (!token.joined && last > i)
      rows.push(
        row(
          `${i + 1}-${last + 1}`,
          tokens
            .slice(i, last + 1)
            .map(({ text }) => text)
            .join(''),
          spacing(tokens, last),
        ),
      );
    rows.push(wordRow(tokens, i));
  }
  return `${rows.join('\n')}\n\n`;
}

/** Index of the last word of the token that begins at `i`. */
function lastOf(tokens: readonly Token[], i: number): number {
  let last = i;
  while (tokens[last + 1]?.joined) last++;
  return last;
}

const row = (id: string, form: string, misc: string): string =>
  [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t');

function wordRow(tokens: readonly Token[], i: number): string {
  const { text, lemma, upos, xpos, feats, head, deprel, joined } = tokens[i]!;
  const inside = joined || tokens[i + 1]?.joined;
  return [
    i + 1,
    text,
    lemma,
    upos,
    xpos,
    feats,
    head + 1,
    deprel,
    '_',
    inside ? '_' : spacing(tokens, i),
  ].join('\t');
}

const spacing = (tokens: readonly Token[], i: number): string => {
  const next = tokens[i + 1];
  return next && next.start === tokens[i]!.end ? 'SpaceAfter=No' : '_';
};

function textOf(tokens: readonly Token[], start: number): string {
  let text = '';
  let at = start;
  for (const token of tokens) {
    text += (token.start > at ? ' ' : '') + token.text;
    at = token.end;
  }
  return text;
}
