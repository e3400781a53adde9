import { z } from 'zod';

/** The five formats, in the order in which they are shown. */
export const formatIds = ['spoken', 'story', 'architect', 'note', 'dossier'] as const;

export const formatId = z.enum(formatIds);
export type FormatId = z.infer<typeof formatId>;
