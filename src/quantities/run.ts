/** Values by id, each in its quantity's own unit. */
export type Values = Record<string, number>;

/** What the compiled text evaluates to. */
export type Formulas = Record<string, (values: Values) => number>;

/** Runs compiled formulas on inputs: all values, inputs and derived. */
export function runFormulas(formulas: Formulas, inputs: Values): Values {
  const values = { ...inputs };
  for (const [id, formula] of Object.entries(formulas)) values[id] = formula(values);
  return values;
}
