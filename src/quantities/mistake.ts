/** What can be wrong with a quantity's unit or formula; also the rule of the fault that it becomes. */
export type MistakeRule = 'unit-unknown' | 'unit-mismatch' | 'formula-syntax' | 'quantity-missing';

/**
 * Thrown inside the room by parsing and evaluating, and turned into data at its edge:
 * a `Fault` by `evaluateModel`, a message by `evaluateCondition`.
 */
export class Mistake extends Error {
  readonly rule: MistakeRule;
  readonly expected: string | undefined;

  constructor(rule: MistakeRule, message: string, expected?: string) {
    super(message);
    this.name = 'Mistake';
    this.rule = rule;
    this.expected = expected;
  }
}
