import { z } from 'zod'
import * as convention from './convention'
import * as cooperation from './cooperation'
import * as gouvernance from './gouvernance'
import * as plan from '@/lib/plan-action/document/schema/plan'

/**
 * One convention as one document: what seeding, import and export all speak.
 * Order in a list is meaning (the order of the document) and is kept.
 */
export const FORMAT_DOSSIER = 'copilote-ctg/dossier'

export const dossierSchema = z.strictObject({
  format: z.literal(FORMAT_DOSSIER),
  version: z.literal(1),
  convention: convention.convention,
  territoire: convention.territoire,
  organismes: z.array(convention.organisme).default([]),
  deliberations: z.array(convention.deliberation).default([]),
  avenants: z.array(convention.avenant).default([]),
  enjeux: z.array(convention.enjeu).default([]),
  clauses: z.array(convention.clause).default([]),
  annexes: z.array(convention.annexe).default([]),
  chiffres: z.array(convention.chiffre).default([]),
  lacunes: z.array(convention.lacune).default([]),
  reserves: z.array(convention.reserve).default([]),
  jalons: z.array(convention.jalon).default([]),
  documents: z.array(convention.documentJoint).default([]),
  missions: z.array(convention.mission).default([]),
  equipements: z.array(convention.equipement).default([]),
  instances: z.array(gouvernance.instance).default([]),
  plan: plan.plan.nullable().default(null),
  schemas: z.array(cooperation.schemaCooperation).default([]),
  coutsEtp: z.array(cooperation.coutEtp).default([]),
  reglagesFinancement: z.array(cooperation.reglageFinancement).default([]),
  financements: z.array(cooperation.financement).default([]),
  repartitionsAfas: z.array(cooperation.repartitionAfas).default([]),
  activites: z.array(cooperation.activite).default([]),
  bilansFonction: z.array(cooperation.bilanFonction).default([]),
  evaluations: z.array(convention.evaluation).default([]),
})

/** A dossier as it is written by hand: defaults may be left out. */
export type DossierEcrit = z.input<typeof dossierSchema>
/** A dossier once read: every field is there. */
export type Dossier = z.output<typeof dossierSchema>
