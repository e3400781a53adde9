import { describe, expect, it } from 'vitest';
import { withBase, withoutBase } from './base.ts';

describe('a site below the root of its host', () => {
  it.each(['/designs', '/designs/'])('has its addresses below %s', (base) => {
    expect(withBase(base, '/designs/chat/#x')).toBe('/designs/designs/chat/#x');
    expect(withBase(base, '/')).toBe('/designs/');
    expect(withoutBase(base, '/designs/designs/chat/#x')).toBe('/designs/chat/#x');
    expect(withoutBase(base, '/designs/')).toBe('/');
    expect(withoutBase(base, '/designs-of-others/')).toBe('/designs-of-others/');
  });

  it.each(['#x', '?q=a', '../chat/', '//host/x', 'https://host/x', 'mailto:a@b', ''])(
    'leaves %j as it is',
    (address) => {
      expect(withBase('/base/', address)).toBe(address);
      expect(withoutBase('/base/', address)).toBe(address);
    },
  );
});

it('leaves every address of a site at the root', () => {
  expect(withBase('/', '/designs/chat/')).toBe('/designs/chat/');
  expect(withoutBase('/', '/designs/chat/')).toBe('/designs/chat/');
});
