/** A tree under repair, word by word; changed in place. Heads count from 0, the root's is -1. */
export interface DraftTree {
  /** Forms in lower case. */
  readonly forms: readonly string[];
  /** Joint UPOS|XPOS. */
  readonly tags: string[];
  readonly head: Int32Array;
  readonly deprels: string[];
}

/**
 * Puts right what the parser gets wrong often and a rule gets right nearly always. The outcome is a tree: a repair that
 * would close a loop is left out.
 */
export function repair(tree: DraftTree): void {
  for (let i = 0; i < tree.forms.length; i++) {
    if (HAVE.has(tree.forms[i]!)) repairHave(tree, i);
    else if (tree.forms[i] === 'according' && tree.forms[i + 1] === 'to') repairAccording(tree, i);
    else if (tree.deprels[i] === 'appos') repairNames(tree, i);
    else if (tree.deprels[i] === 'conj') repairSpeaking(tree, i);
    else if (tree.deprels[i] === 'case') repairPreposition(tree, i);
    else if (tree.deprels[i] === 'mark') repairInfinitive(tree, i);
    else if (AMOUNT.has(tree.forms[i]!)) repairAmount(tree, i);
    else if (SUBJECTS.has(tree.deprels[i]!)) repairSecondSubject(tree, i);
  }
}

const HAVE = new Set(['have', 'has', 'had', 'having', "'ve", '’ve']);
const SUBJECTS = new Set(['nsubj', 'nsubj:pass']);
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM|SYM|X)\|/;
const BETWEEN = /^(?:ADV|PART)\|/;

/** "had left": the participle is the verb, "had" its auxiliary. */
function repairHave(tree: DraftTree, have: number): void {
  const { tags, head } = tree;
  let verb = have + 1;
  while (verb < tags.length && verb < have + 4 && BETWEEN.test(tags[verb]!)) verb++;
  if (verb >= tags.length || !/^(?:VERB|AUX)\|VB[ND]$/.test(tags[verb]!)) return;
  if (head[verb] !== have && head[have] !== verb) return;
  if (head[verb] === have) raise(tree, verb, have);
  setArc(tree, have, verb, 'aux');
  tags[have] = tags[have]!.replace('VERB|', 'AUX|');
  tags[verb] = tags[verb]!.replace('VBD', 'VBN');
}

/** "according to the ministry": the ministry hangs on the verb, "according" marks it. */
function repairAccording(tree: DraftTree, according: number): void {
  const { tags, head, deprels } = tree;
  const to = according + 1;
  const source = sourceAfter(tree, according);
  if (source < 0) return;
  if (isBelow(head, source, according)) raise(tree, source, according);
  if (!setArc(tree, according, source, 'case')) return;
  setArc(tree, to, according, 'fixed');
  tags[according] = 'VERB|VBG';
  tags[to] = 'ADP|IN';
  if (!['root', 'obl', 'nmod', 'conj', 'parataxis'].includes(deprels[source]!)) deprels[source] = 'obl';
}

/** The head of the noun phrase that follows "according to". */
function sourceAfter({ tags, head }: DraftTree, according: number): number {
  let at = according + 2;
  while (at < tags.length && !NOMINAL.test(tags[at]!) && at < according + 10) at++;
  if (at >= tags.length || !NOMINAL.test(tags[at]!)) return -1;
  for (let h = head[at]!; h > at && NOMINAL.test(tags[h]!) && h < according + 14; h = head[h]!) at = h;
  return at;
}

function repairPreposition(tree: DraftTree, preposition: number): void {
  repairBound(tree, preposition);
  repairClause(tree, preposition);
}

/** "said as dawn broke": what stands before a subject marks the clause. */
function repairClause(tree: DraftTree, word: number): void {
  const { forms, tags, head, deprels } = tree;
  const subject = head[word]!;
  if (!SUBORDINATE.has(forms[word]!) || subject < word || !SUBJECTS.has(deprels[subject]!)) return;
  const verb = head[subject]!;
  if (verb < subject || !setArc(tree, word, verb, 'mark')) return;
  tags[word] = 'SCONJ|IN';
  if (deprels[verb] === 'ccomp') deprels[verb] = 'advcl';
}

const SUBORDINATE = new Set(['as', 'after', 'before', 'since', 'until', 'till']);

/** "there since August to help": before an infinitive there is a time, no clause. */
function repairInfinitive(tree: DraftTree, word: number): void {
  const { forms, tags, head, deprels } = tree;
  const verb = head[word]!;
  if (!SUBORDINATE.has(forms[word]!) || verb < word || head[verb]! < 0) return;
  const to = tags.indexOf('PART|TO', word);
  const time = SUBJECTS.has(deprels[to - 1] ?? '') ? to - 1 : -1;
  if (to < 0 || head[to] !== verb || time <= word || head[time] !== verb) return;
  if (!setArc(tree, time, head[verb]!, 'obl') || !setArc(tree, word, time, 'case')) return;
  tags[word] = 'ADP|IN';
}

/** "He will resign in May, an aide said": a verb joined by a comma alone, with a subject behind it, begins at that comma. */
function repairSpeaking(tree: DraftTree, verb: number): void {
  const { forms, tags, head, deprels } = tree;
  const first = head[verb]!;
  const subject = deprels.findIndex((deprel, i) => head[i] === verb && SUBJECTS.has(deprel));
  if (!tags[verb]!.startsWith('VERB|VBD') || subject < 0 || subject > verb || first > subject) return;
  if (deprels.some((deprel, i) => head[i] === verb && NOT_SPEAKING.test(deprel))) return;
  const below = firstBelow(head, subject);
  const comma = forms[below] === ',' ? below : below - 1;
  if (forms[comma] !== ',' || comma < first) return;
  let before = comma - 1;
  while (before > first && !tags[before]!.startsWith('VERB|')) before--;
  deprels[verb] = 'parataxis';
  for (let i = first + 1; i < comma; i++) if (head[i] === verb) head[i] = before;
}

/** What a verb has that tells something of its own: a conjunction, an object, a clause. */
const NOT_SPEAKING = /^(?:cc|i?obj|[cx]comp|conj|cop|aux|advcl)\b/;

/** "put at more than $3 billion": the preposition marks the amount, not "more". */
function repairBound(tree: DraftTree, preposition: number): void {
  const { forms, head, deprels } = tree;
  const bound = preposition + 1;
  if (head[preposition] !== bound || !BOUND.has(forms[bound]!) || forms[bound + 1] !== 'than') return;
  const amount = head[bound]!;
  if (amount < bound || !setArc(tree, preposition, amount, 'case')) return;
  if (deprels[amount] === 'obj') deprels[amount] = 'obl';
}

const BOUND = new Set(['more', 'less', 'fewer']);

/** "pay a record $5 million": a word before an amount that says how it compares is no object of its own. */
function repairAmount(tree: DraftTree, word: number): void {
  const { tags, head, deprels } = tree;
  const amount = word + 1;
  if (deprels[word] !== 'obj' || deprels[amount] !== 'obj' || head[word] !== head[amount]) return;
  if (!/^(?:SYM|NUM)\|/.test(tags[amount]!)) return;
  for (let i = 0; i < word; i++) if (head[i] === word) head[i] = amount;
  setArc(tree, word, amount, 'compound');
}

const AMOUNT = new Set(['record', 'total']);

/** "Ada, Bo and Cy": names in a list with "and" are conjuncts, not appositions. */
function repairNames(tree: DraftTree, name: number): void {
  const { tags, head, deprels } = tree;
  const first = head[name]!;
  if (first < 0 || !tags[first]!.startsWith('PROPN') || !tags[name]!.startsWith('PROPN')) return;
  const listed = tags.some(
    (tag, i) => tag.startsWith('CCONJ') && deprels[i] === 'cc' && isListedWith(tree, head[i]!, name),
  );
  const bare = !tags.some((tag, i) => head[i] === name && tag.startsWith('DET'));
  if (listed && bare) deprels[name] = 'conj';
}

const isListedWith = ({ head, deprels, tags }: DraftTree, last: number, name: number): boolean =>
  last > name && head[last] === name && deprels[last] === 'conj' && tags[last]!.startsWith('PROPN');

/** "Ada Byron, the mayor, said": a second subject right after the first and a comma is its apposition. */
function repairSecondSubject(tree: DraftTree, second: number): void {
  const { tags, head, deprels } = tree;
  const verb = head[second]!;
  if (verb < second) return;
  if (isNounOfTwo(tree, second - 1, verb)) {
    joinNouns(tree, second - 1);
    return;
  }
  const comma = firstBelow(head, second) - 1;
  if (comma < 1 || !tags[comma]!.endsWith('|,') || !NOMINAL.test(tags[second]!)) return;
  let first = comma - 1;
  while (first >= 0 && head[first] !== verb && head[first]! >= 0 && isBelow(head, first, verb))
    first = head[first]!;
  if (first < 0 || first >= comma || head[first] !== verb || !SUBJECTS.has(deprels[first]!)) return;
  setArc(tree, second, first, 'appos');
  if (head[comma] === verb) setArc(tree, comma, second, 'punct');
}

/** "Harbour Air said": two nouns in a row are not two subjects. */
const isNounOfTwo = ({ tags, head, deprels }: DraftTree, first: number, verb: number): boolean =>
  first >= 0 &&
  head[first] === verb &&
  SUBJECTS.has(deprels[first]!) &&
  /^(?:NOUN|PROPN)\|/.test(tags[first]!) &&
  /^(?:NOUN|PROPN)\|/.test(tags[first + 1]!);

/** Makes a noun, with what hangs on it, part of the next. */
function joinNouns(tree: DraftTree, first: number): void {
  const { head } = tree;
  if (!setArc(tree, first, first + 1, 'compound')) return;
  for (let i = 0; i < first; i++) if (head[i] === first) head[i] = first + 1;
}

/** The first word of what hangs below a word, as far as it reaches without a gap. */
function firstBelow(head: Int32Array, word: number): number {
  let first = word;
  while (first > 0 && isBelow(head, first - 1, word)) first--;
  return first;
}

/** Whether a word hangs below another. */
function isBelow(head: Int32Array, word: number, above: number): boolean {
  for (let at = head[word]!; at >= 0; at = head[at]!) if (at === above) return true;
  return false;
}

/** Puts `child` in the place of `parent`, which hangs below nothing but it afterwards; other dependants go along. */
function raise({ head, deprels }: DraftTree, child: number, parent: number): void {
  let top = child;
  while (head[top] !== parent) top = head[top]!;
  if (top !== child) {
    head[top] = child;
    deprels[top] = 'dep';
  }
  head[child] = head[parent]!;
  deprels[child] = deprels[parent]!;
  for (let i = 0; i < head.length; i++) if (head[i] === parent && i !== child) head[i] = child;
  head[parent] = child;
}

/** Draws an arc; where it would close a loop, leaves the tree as it is and says so. */
function setArc({ head, deprels }: DraftTree, child: number, parent: number, deprel: string): boolean {
  if (child === parent || head[child]! < 0 || isBelow(head, parent, child)) return false;
  head[child] = parent;
  deprels[child] = deprel;
  return true;
}
