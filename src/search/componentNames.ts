/** A component with everything that it is called in a text. */
export interface NamedComponent {
  id: string;
  title: string;
}

const makers = /^(?:Apache|Amazon|Azure|Google Cloud|Google|AWS)\s+/;

/** The title, the title without its maker, and what stands in brackets. */
export function namesOf(title: string): string[] {
  const [, outside = title, inside = ''] = /^(.*?)\s*\((.*)\)$/.exec(title) ?? [];
  return [...new Set([title, outside, outside.replace(makers, ''), ...inside.split(/,\s*/)])]
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The components that a text names as whole words. Letter case counts where a name is written in
 * capitals only: `REST` is a style of API, and “the rest” is not.
 */
export function findComponents<T extends NamedComponent>(text: string, components: readonly T[]) {
  return components.filter(({ title }) =>
    namesOf(title).some((name) => {
      const words = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
      const flags = /[a-z]/.test(name) ? 'iu' : 'u';
      return new RegExp(`(?<![\\p{L}\\p{N}])${words}s?(?![\\p{L}\\p{N}])`, flags).test(text);
    }),
  );
}
