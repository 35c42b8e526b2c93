import type { z } from 'zod'
import type { codeTheme } from '@/lib/notation/schema'
import type { natureEquipement } from '@/lib/dossier/schema/convention'

/** Closed lists that every convention shares: AFAS themes, kinds of equipment, missions of annexe 4. */

type CodeTheme = z.infer<typeof codeTheme>
type CodeNature = z.infer<typeof natureEquipement>

/** The four activity themes of the AFAS declaration, and the « global » block that stands beside them. */
export const themesAfas: readonly { code: CodeTheme; numero: number | null; nom: string }[] = [
  { code: 'PETITE_ENFANCE', numero: 1, nom: 'Petite enfance, inclusion' },
  { code: 'ENFANCE_JEUNESSE', numero: 2, nom: 'Enfance, jeunesse' },
  { code: 'PARENTALITE', numero: 3, nom: 'Parentalité' },
  {
    code: 'DROITS_VIE_SOCIALE',
    numero: 4,
    nom: 'Accès aux droits, animation de la vie sociale, numérique, interventions sociales, logement',
  },
  { code: 'GLOBAL', numero: null, nom: 'Chargé de coopération global' },
]

const ALSH = { type: 'ALSH', nomType: 'Accueil de loisirs sans hébergement' }
const EAJE = { type: 'EAJE', nomType: 'Établissement d’accueil du jeune enfant' }
const AVS = { type: 'AVS', nomType: 'Animation de la vie sociale' }

/** A nature that is a type of its own carries one name for both. */
const seule = (type: string, nom: string) => ({ nom, type, nomType: nom })

/** Complete by construction: a code added to the dossier does not compile until it is named here. */
const natures: Record<CodeNature, { nom: string; type: string; nomType: string }> = {
  ALSH_PERISCOLAIRE: { nom: 'Périscolaire', ...ALSH },
  ALSH_EXTRASCOLAIRE: { nom: 'Extrascolaire', ...ALSH },
  ALSH_ADOLESCENTS: { nom: 'Accueil adolescents', ...ALSH },
  ALSH_AUTRE: { nom: 'Autre accueil de loisirs', ...ALSH },
  EAJE_MULTI_ACCUEIL: { nom: 'Multi-accueil', ...EAJE },
  EAJE_MICRO_CRECHE: { nom: 'Micro-crèche', ...EAJE },
  EAJE_CRECHE_FAMILIALE: { nom: 'Crèche familiale', ...EAJE },
  EAJE_AUTRE: { nom: 'Autre accueil du jeune enfant', ...EAJE },
  LAEP: seule('LAEP', 'Lieu d’accueil enfants-parents'),
  RPE: seule('RPE', 'Relais petite enfance'),
  LUDOTHEQUE: seule('LUDOTHEQUE', 'Ludothèque'),
  CENTRE_SOCIAL: { nom: 'Centre social', ...AVS },
  ESPACE_VIE_SOCIALE: { nom: 'Espace de vie sociale', ...AVS },
  PS_JEUNES: seule('PS_JEUNES', 'Prestation de service Jeunes'),
  CLAS: seule('CLAS', 'Contrat local d’accompagnement à la scolarité'),
  MAM: seule('MAM', 'Maison d’assistants maternels'),
  FRANCE_SERVICES: seule('FRANCE_SERVICES', 'France services'),
  AUTRE: seule('AUTRE', 'Autre équipement ou service'),
}

export const naturesEquipement = Object.entries(natures).map(([code, nature]) => ({ code, ...nature }))

/** « Les missions confiées aux chargés de coopération CTG », as annexe 4 writes them: 4 blocks, 12 missions. */
const missions: Record<string, readonly string[]> = {
  'Mettre en œuvre les politiques familiales et sociales': [
    'Animation et suivi des décisions du Copil',
    'Suivi de la programmation du plan d’actions',
    'Mobilisation des expertises spécifiques',
    'Evaluation en continu des actions et la démarche projet',
  ],
  'Animer la mise en réseau des acteurs': [
    'Information et régulation entre les chargés de coopération du territoire – réalisation de supports communs',
    'Action d’information et de sensibilisation en direction des partenaires institutionnels et territoriaux',
  ],
  'Mettre en adéquation l’offre d’accueil aux besoins des familles': [
    'Préparation et conduite du diagnostic partagé',
    'Veille sur le fonctionnement des groupes de travail',
    'Conception et diffusion d’outils de suivi, d’échanges et d’informations entre les commissions de travail, et les instances de pilotage CTG',
  ],
  'Organiser et animer la relation avec la population': [
    'Développement de dispositifs permettant d’animer une concertation et une participation avec le public',
    'Mise en relation des initiatives citoyennes',
    'Conception de supports de communication',
  ],
}

export const missionsReference: readonly { bloc: string; texte: string }[] = Object.entries(missions).flatMap(
  ([bloc, textes]) => textes.map((texte) => ({ bloc, texte })),
)
