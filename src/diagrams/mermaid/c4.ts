/** What is read of mermaid's C4 model; texts may be missing. */
export interface C4Model {
  getTitle(): string | undefined;
  getC4ShapeArray(parent: string): readonly C4Shape[];
  getBoundaries(parent: string): readonly C4Boundary[];
  getRels(): readonly C4Relation[];
}

interface C4Text {
  text?: string;
}

interface C4Shape {
  alias: string;
  label?: C4Text;
  techn?: C4Text;
  descr?: C4Text;
  typeC4Shape?: C4Text;
}

interface C4Boundary {
  alias: string;
  label?: C4Text;
  type?: C4Text;
  nodeType?: string;
}

interface C4Relation {
  type: string;
  from: string;
  to: string;
  label?: C4Text;
  techn?: C4Text;
}

/**
 * A C4 diagram as a flowchart. Mermaid lays C4 out on a grid in the order of the source, so that lines
 * run through boxes and labels lie on each other; as a flowchart it gets layers, routed edges, and the
 * same look as everything else.
 */
export function flowchartOf(model: C4Model): string {
  const ids = new Map<string, string>();
  const idOf = (alias: string): string => {
    const id = ids.get(alias) ?? `n${ids.size}`;
    ids.set(alias, id);
    return id;
  };
  const title = model.getTitle();
  return [
    ...(title ? ['---', `title: ${JSON.stringify(title)}`, '---'] : []),
    'flowchart TB',
    ...model.getBoundaries('').flatMap(({ alias }) => inside(model, alias, idOf)),
    ...model.getRels().map((relation) => edge(relation, idOf)),
  ].join('\n');
}

function inside(model: C4Model, parent: string, idOf: (alias: string) => string): string[] {
  return [
    ...model.getC4ShapeArray(parent).flatMap((shape) => node(shape, idOf(shape.alias))),
    ...model
      .getBoundaries(parent)
      .flatMap((boundary) => [
        `subgraph ${idOf(boundary.alias)} [${label([`**${plain(boundary.label)}**${boundaryType(boundary)}`])}]`,
        ...inside(model, boundary.alias, idOf),
        'end',
        `class ${idOf(boundary.alias)} ${boundary.nodeType ? 'c4node' : 'c4boundary'}`,
      ]),
  ];
}

function boundaryType({ type }: C4Boundary): string {
  return type?.text ? ` *[${plain(type)}]*` : '';
}

function node(shape: C4Shape, id: string): string[] {
  const type = shape.typeC4Shape?.text ?? 'system';
  const techn = plain(shape.techn);
  const text = label([
    `**${plain(shape.label)}**`,
    `*[${kindOf(type)}${techn && `: ${techn}`}]*`,
    ...(shape.descr?.text ? [plain(shape.descr)] : []),
  ]);
  return [
    `${id}[${text}]`,
    `${id}@{ shape: ${outline(type)} }`,
    `class ${id} c4`,
    `class ${id} ${meaning(type)}`,
  ];
}

function kindOf(type: string): string {
  const name = type.replace(/^external_/, '').replace(/_(db|queue)$/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function outline(type: string): string {
  if (/person$/.test(type)) return 'stadium';
  if (/_db$/.test(type)) return 'cyl';
  return /_queue$/.test(type) ? 'das' : 'rect';
}

function meaning(type: string): string {
  if (type.startsWith('external_')) return 'muted';
  if (type === 'person') return 'client';
  if (/_db$/.test(type)) return 'store';
  return /_queue$/.test(type) ? 'queue' : 'service';
}

function edge(
  { type, from, to, label: text, techn }: C4Relation,
  idOf: (alias: string) => string,
): string {
  const words = label([plain(text), ...(techn?.text ? [`*[${plain(techn)}]*`] : [])]);
  const [start, end] = type === 'rel_b' ? [to, from] : [from, to];
  return `${idOf(start)} ${type === 'birel' ? '<-->' : '-->'}|${words}| ${idOf(end)}`;
}

/** A Markdown label of several lines. */
function label(lines: readonly string[]): string {
  return `"\`${lines.join('\n')}\`"`;
}

/** Text that must not end a label, nor read as Markdown. */
function plain(text: C4Text | undefined): string {
  return (text?.text ?? '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replaceAll('`', "'")
    .replaceAll('"', "'")
    .replace(/[*_\\]/g, (mark) => `\\${mark}`);
}
