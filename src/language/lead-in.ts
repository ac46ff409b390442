import type { Span } from '../text/span.ts';

/** Longest lead-in, in words: "PORT ALDER, Ostrelia, Jan. 2 (Agency) -". */
const LONGEST = 16;
const DASH = /^[-–—―]{1,3}$/;
/** Names, days, and the marks between them. */
const PART = /^(?:\p{Lu}[\p{L}\p{N}.'’-]*|\d{1,4}|[.,/()]|of|and|the|de|la|el|al|es)$/u;
const CAPITALS = /^\p{Lu}{2}[\p{Lu}.'’-]*$/u;
/** How a sentence begins. */
const START = /^[\p{Lu}\p{N}"“”‘'`$€£]/u;

/**
 * How many words a report's first sentence has before it begins: "HOUSTON —", "(Agency) -", "Orlo, May 3 (AGENCY) -";
 * 0 where it begins at once. They are no part of its grammar.
 */
export function leadInLength(forms: readonly string[], words: readonly Span[]): number {
  const bracket = bracketLength(forms);
  for (let i = bracket; i < Math.min(forms.length - 2, LONGEST); i++) {
    if (DASH.test(forms[i]!)) {
      const apart = i > 0 && (words[i]!.start > words[i - 1]!.end || forms[i - 1] === ')');
      return apart && endsAt(forms, i) ? i + 1 : bracket;
    }
    if (!PART.test(forms[i]!)) return bracket;
  }
  return bracket;
}

/** "(Agency) The council …": a name in brackets with which a sentence begins. */
function bracketLength(forms: readonly string[]): number {
  if (forms[0] !== '(') return 0;
  const close = forms.indexOf(')');
  const name = close > 1 && close < 6 && forms.slice(1, close).every((form) => /^[\p{Lu},]/u.test(form));
  return name && START.test(forms[close + 1] ?? '') ? close + 1 : 0;
}

/** A dash ends a lead-in of capitals or one with brackets; of any names where the sentence has no second dash. */
function endsAt(forms: readonly string[], dash: number): boolean {
  if (!START.test(forms[dash + 1]!) || forms.lastIndexOf('(', dash) > forms.lastIndexOf(')', dash))
    return false;
  if (CAPITALS.test(forms[0]!) || forms[dash - 1] === ')') return true;
  return !forms.slice(dash + 1).some((form) => DASH.test(form));
}
