import type { LectureRefus } from '@/components/formulaire/envoi'

/** Fields of these forms bear names of their own: the page of a meeting has other forms. */
export const nomChamp = (champ: string): string => `decision-${champ}`

/** How the forms of a decision tell of their sendings. */
export const ENVOI_DECISION = {
  titre: 'La décision n’est pas enregistrée',
  champ: (nom) => (nom === '' ? undefined : nomChamp(nom)),
  message: ({ message }) => `${message}.`,
} satisfies LectureRefus & { message: (ecrite: { message: string }) => string }
