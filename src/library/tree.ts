/** One file under `content/`. */
export interface ContentFile {
  /** Relative to the project's root, with forward slashes: `content/problems/chat/spoken.md`. */
  path: string;
  text: string;
}

/** The files of one problem. */
export interface ProblemFolder {
  slug: string;
  /** `content/problems/<slug>` */
  path: string;
  /** Files by their path inside the folder: `model.yaml`, `dossier/01-….md`. */
  files: ReadonlyMap<string, ContentFile>;
}

/** Content sorted by what it is for. */
export interface ContentTree {
  templates: ContentFile[];
  problems: ProblemFolder[];
  /** `content/reference/*`, by file name. */
  reference: ReadonlyMap<string, ContentFile>;
}

/** Sorts content files by their folder, in a fixed order. The guide's pages are none of its business. */
export function sortTree(files: readonly ContentFile[]): ContentTree {
  const templates: ContentFile[] = [];
  const folders = new Map<string, Map<string, ContentFile>>();
  const reference = new Map<string, ContentFile>();

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, room, name = '', ...rest] = file.path.split('/');
    if (room === 'templates' && name.endsWith('.md')) templates.push(file);
    if (room === 'reference') reference.set(name, file);
    if (room === 'problems' && rest.length > 0) {
      const folder = folders.get(name) ?? new Map<string, ContentFile>();
      folder.set(rest.join('/'), file);
      folders.set(name, folder);
    }
  }
  const problems = [...folders].map(([slug, inside]) => ({
    slug,
    path: `content/problems/${slug}`,
    files: inside,
  }));
  return { templates, problems, reference };
}
