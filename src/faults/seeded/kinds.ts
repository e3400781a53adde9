import type { FaultKind } from './kind.ts';
import { encodingKinds } from './kinds/encoding.ts';
import { drawingKinds } from './kinds/drawings.ts';
import { headingKinds } from './kinds/headings.ts';
import { linkKinds } from './kinds/links.ts';
import { quantityKinds } from './kinds/quantities.ts';
import { referenceKinds } from './kinds/references.ts';
import { schemaKinds } from './kinds/schema.ts';

/** Every way in which content goes wrong, in the order in which places for them are drawn. */
export const faultKinds: readonly FaultKind[] = [
  ...schemaKinds,
  ...quantityKinds,
  ...referenceKinds,
  ...headingKinds,
  ...drawingKinds,
  ...linkKinds,
  ...encodingKinds,
];
