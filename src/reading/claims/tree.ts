import type { Token } from '../../language/sentence.ts';
import { isPassive, takesObject, unreal } from './clause.ts';
import { clauses } from './clauses.ts';
import type { Pattern } from './lexicon.ts';
import type { Related } from './relate.ts';
import type { Trigger } from './triggers.ts';
import type { Phrase, View } from './view.ts';

/** How far up and along coordinations a figure's noun is followed. */
const STEPS = 4;

/** The relation that the dependency tree gives between a figure's noun and a verb; `null` where it gives none. */
export function relateByTree(view: View, phrase: Phrase, trigger: Trigger, pattern: Pattern): Related | null {
  const { tokens } = view;
  if (
    !pattern.forms.size ||
    (trigger.end > trigger.verbEnd && phrase.first > trigger.end) ||
    (trigger.verbEnd >= phrase.first && trigger.start <= phrase.end)
  )
    return null;
  const noun = climbed(tokens, phrase.head >= 0 ? phrase.head : phrase.last);
  const { deprel, head } = tokens[noun]!;
  if (head >= 0 && governs(tokens, head, trigger, /^nsubj/.test(deprel))) {
    if (deprel === 'nsubj:pass' && !isPassive(view, trigger.start) && takesObject(view, trigger)) return null;
    const related = governed(deprel, pattern);
    return related && { ...related, strength: related.strength - unreal(view, trigger.start) };
  }
  const verb = tokens[trigger.start]!;
  const describes = verb.head === noun && /^acl/.test(verb.deprel);
  return describes && describesCounted(tokens, trigger, pattern) ? { relation: 'inner', strength: 70 } : null;
}

/** The noun whose relation a coordinated or "of" noun shares: "officers and two [civilians]", "a group of [men]". */
function climbed(tokens: readonly Token[], from: number): number {
  let noun = from;
  for (let i = 0; i < STEPS; i++) {
    const { deprel, head } = tokens[noun]!;
    const transparent =
      deprel === 'nmod' && head >= 0 && clauses().container.has(tokens[head]!.text.toLowerCase());
    if (head < 0 || !(deprel === 'conj' || deprel === 'nummod' || transparent)) return noun;
    noun = head;
  }
  return noun;
}

/** Whether the trigger is that verb or, where the figure is the subject, one coordinated with it. */
function governs(
  tokens: readonly Token[],
  verb: number,
  { start, verbEnd }: Trigger,
  shared: boolean,
): boolean {
  if (verb >= start && verb <= verbEnd) return true;
  if (!shared) return false;
  const { deprel, head } = tokens[start]!;
  return deprel === 'conj' && head === verb;
}

function governed(deprel: string, { role, forms }: Pattern): Related | null {
  if (deprel === 'nsubj:pass')
    return role === 'did' && forms.has('participle') ? { relation: 'governs', strength: 80 } : null;
  if (deprel === 'obj')
    return role === 'did' || role === 'owned' ? { relation: 'governs', strength: 80 } : null;
  return deprel === 'nsubj' && role === 'was' ? { relation: 'governs', strength: 78 } : null;
}

/** "girls kidnapped in April", "people who died": not "soldiers killing civilians". */
function describesCounted(tokens: readonly Token[], { start }: Trigger, { role, forms }: Pattern): boolean {
  const own = tokens.filter(({ head }) => head === start);
  if (role === 'was') return tokens[start]!.deprel === 'acl:relcl' || forms.has('ing');
  if (role !== 'did' || !forms.has('participle')) return false;
  if (tokens[start]!.deprel === 'acl') return !own.some(({ deprel }) => deprel === 'obj');
  return own.some(({ deprel }) => deprel === 'nsubj:pass' || deprel === 'aux:pass');
}
