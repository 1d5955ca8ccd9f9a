import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../test/core/value-case.ts';
import { figuresOf } from './figures.ts';
import { buildModel } from './model.ts';
import { VALUE_TEMPLATE_NAMES, VALUE_TEMPLATES, type ValueTemplate } from './templates.ts';

describe.each(VALUE_TEMPLATE_NAMES)('the template %s', (name) => {
  const template: ValueTemplate = VALUE_TEMPLATES[name];

  it('computes once each of its inputs is said, in its unit', () => {
    const model = buildModel(
      caseOf(
        template.inputs.map(({ symbol, unit }) => ({ symbol, unit, value: 2 })),
        template.drivers,
        {
          ...template.terms,
          discount_rate_id: 'a-discount_rate',
        },
      ),
    );
    expect([...model.faults.values()]).toEqual([]);
    expect(figuresOf(model).complete).toBe(true);
  });

  it('asks for nothing that it does not use, and says what is missing', () => {
    const model = buildModel(caseOf([], template.drivers, template.terms));
    const asked = template.inputs.map(({ symbol }) => symbol).filter((symbol) => symbol !== 'discount_rate');
    expect([...model.missing.keys()].sort()).toEqual(asked.sort());
  });
});
